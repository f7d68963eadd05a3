"""Where a line stands: in YAML, HCL, JSON and pages."""

import time

import pytest

from reviewbot.reviewers.static.blocks import Place, places

WORKFLOW = """\
on: push
jobs:
  build:
    steps:
    - uses: a/b@v1
      with:
        ref: x
    - run: |
        echo key: value

        make
      env: {A: b}
# jobs: of another
  test:
    needs: [build]
"""


def paths(language: str, text: str) -> list[str]:
    return [place.path for place in places(language, text.removesuffix("\n").split("\n"))]


def at(language: str, text: str, line: int) -> Place:
    return places(language, text.removesuffix("\n").split("\n"))[line]


def test_yaml_by_its_columns() -> None:
    assert paths("yaml", WORKFLOW) == [
        "on",
        "jobs",
        "jobs.build",
        "jobs.build.steps",
        "jobs.build.steps.uses",
        "jobs.build.steps.with",
        "jobs.build.steps.with.ref",
        "jobs.build.steps.run",
        "jobs.build.steps.run",
        "jobs.build.steps.run",
        "jobs.build.steps.run",
        "jobs.build.steps.env",
        "jobs.build.steps.env",
        "jobs.test",
        "jobs.test.needs",
    ]


def test_a_key_of_a_list_item_stands_in_that_item() -> None:
    assert at("yaml", WORKFLOW, 4).around == (4, 6)
    assert at("yaml", WORKFLOW, 5).opened == (5, 6)


def test_templates_among_the_lines_of_yaml_do_not_end_a_block() -> None:
    chart = "spec:\n  {{- if .Values.root }}\n  securityContext:\n    {{- end }}\n    privileged: true\n"
    assert paths("yaml", chart)[-1] == "spec.securityContext.privileged"


def test_hcl_by_its_brackets() -> None:
    text = 'resource "a_b" "c" {\n  name = "}"\n  ingress {\n    port = 22\n  }\n  ports = [1, 2]\n}\n'
    assert paths("hcl", text) == [
        "resource.a_b.c",
        "resource.a_b.c.name",
        "resource.a_b.c.ingress",
        "resource.a_b.c.ingress.port",
        "resource.a_b.c",
        "resource.a_b.c.ports",
        "",
    ]
    assert at("hcl", text, 3).around == (2, 4)
    assert at("hcl", text, 2).opened == (2, 4)


def test_json_by_its_brackets() -> None:
    text = '{\n  "scripts": {\n    "install": "a"\n  },\n  "list": [\n    {"x": 1}\n  ]\n}\n'
    assert paths("json", text)[2] == "scripts.install"
    assert at("json", text, 2).around == (1, 3)


def test_pages_by_the_tags_that_change_how_text_is_read() -> None:
    page = '<form method="post">\n<input>\n</form>\n<script src="a"></script>\n<script>\nlet a;\n</script>\n'
    assert paths("html", page) == ["form", "form", "", "script", "script", "script", ""]
    assert at("html", page, 0).opened == (0, 2)


def test_elsewhere_the_lines_around_are_the_block() -> None:
    assert places("c", ["x"] * 40)[20].around == (10, 30)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("yaml", "".join(f"{' ' * depth}a:\n" for depth in range(2_000))),
        ("yaml", "- " * 100_000),
        ("yaml", "- - - a: b\n" * 50_000),
        ("hcl", "{\n" * 100_000),
        ("json", '"\\"' * 50_000),
        ("json", "}\n" * 100_000),
        ("html", "<form>\n" * 100_000),
    ],
)
def test_hostile_nesting_takes_time_in_proportion(language: str, text: str) -> None:
    started = time.process_time()
    places(language, text.split("\n"))
    assert time.process_time() - started < 5
