"""Rules for lines: what is one line to its reader, and the conditions on what stands around a match."""

import re
import time
from collections.abc import Mapping

import pytest

from reviewbot.reviewers.static.lines import matching, read_line
from reviewbot.reviewers.static.rulebook import Rule, load
from reviewbot.reviewers.static.sheet import LONGEST_LINE, Sheet


def found(
    told: str | Mapping[str, object], text: str, language: str = "text", *, complete: bool = True
) -> list[tuple[int, int]]:
    """The lines that an entry of a rule matches, counted from 0."""
    sheet = Sheet(language, text.split("\n"))
    return list(matching([read_line(told)], (), sheet, complete=complete))


def test_a_command_goes_on_behind_a_backslash() -> None:
    text = "RUN a && \\\n  # a comment\n  curl x \\\n  | sh\nRUN b"
    assert found(r"curl[^|]*\| sh", text, "dockerfile") == [(2, 3)]


def test_a_shell_command_goes_on_behind_a_pipe() -> None:
    assert found(r"curl[^|]*\|\s*sh", "curl x |\n  sh\n", "bash") == [(0, 1)]


def test_a_tag_goes_on_until_it_is_closed() -> None:
    assert found(r"<a\b[^>]*_blank", '<p>\n<a\n  href="x"\n  target="_blank">\n', "html") == [(1, 3)]


def test_a_statement_of_sql_goes_on_until_its_semicolon() -> None:
    assert found(r"GRANT ALL[^;]*TO PUBLIC", "GRANT ALL\n  ON t\n  TO PUBLIC;\nSELECT 1;", "sql") == [(0, 2)]


def test_a_statement_of_c_goes_on_behind_a_comma_and_an_if() -> None:
    assert found(r"strcpy\(a, b\)", "strcpy(a,\n  b);", "c") == []
    assert found(r"strcpy\(a,\s+b\)", "strcpy(a,\n  b);", "c") == [(0, 1)]
    assert found({"matches": "free", "unless": r"\bif\b"}, "if (a)\n  free(a);", "c") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bash", "  # eval x"),
        ("sql", "-- eval x"),
        ("c", "// eval x"),
        ("c", "/* one\n   eval x\n two */"),
        ("hcl", "/*\neval x\n*/"),
        ("html", "<!-- eval x -->"),
        ("ini", "; eval x"),
    ],
)
def test_comments_are_not_searched(language: str, text: str) -> None:
    assert found("eval", text, language) == []


def test_code_behind_a_comment_is_searched() -> None:
    assert found("eval", "/* a\n b */ eval(x);", "c") == [(1, 1)]
    assert found("eval", 'x = "/*"; \n eval(x); "*/"', "c") == [(1, 1)]


STEPS = """\
on: pull_request_target
jobs:
  a:
    steps:
      - uses: checkout
        with:
          ref: head
      - uses: checkout
        with:
          ref: main
"""


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ({"unless": "checkout"}, []),
        ({"under": r"steps\.uses$"}, [4, 7]),
        ({"under": r"with"}, []),
        ({"beside": "ref: head"}, [4]),
        ({"not_beside": "ref: head"}, [7]),
        ({"beside": ["with:", "ref: main"]}, [7]),
        ({"later": "ref: head"}, [4]),
        ({"never_later": "ref: head"}, [7]),
        ({"somewhere": "pull_request_target"}, [4, 7]),
        ({"nowhere": "pull_request_target"}, []),
    ],
)
def test_conditions(condition: Mapping[str, object], lines: list[int]) -> None:
    assert [first for first, _ in found({"matches": "uses:", **condition}, STEPS, "yaml")] == lines


def test_conditions_on_the_block_that_a_line_opens() -> None:
    assert [first for first, _ in found({"matches": "with:", "holds": "ref: head"}, STEPS, "yaml")] == [5]
    assert [first for first, _ in found({"matches": "with:", "lacks": "ref: head"}, STEPS, "yaml")] == [8]


@pytest.mark.parametrize("condition", ["not_beside", "lacks", "never_later", "nowhere"])
def test_what_is_missing_is_not_known_of_a_part(condition: str) -> None:
    assert found({"matches": "FROM", condition: "USER"}, "FROM a", "dockerfile") == [(0, 0)]
    assert found({"matches": "FROM", condition: "USER"}, "FROM a", "dockerfile", complete=False) == []


def test_an_expression_reaches_the_lines_after_it_and_names_the_defect() -> None:
    told = {"matches": r"(?s)free\((\w+)\);.*?(?P<at>use\(\1\))", "reach": 2}
    assert found(told, "free(a);\nx();\nuse(a);", "c") == [(2, 2)]
    assert found(told, "free(a);\nx();\ny();\nuse(a);", "c") == []


def test_lines_that_are_too_long_are_no_code() -> None:
    assert found("eval", f"eval{' ' * LONGEST_LINE}\neval", "text") == [(1, 1)]


def test_capitals_that_grow_do_not_move_what_is_found() -> None:
    sheet = Sheet("text", ["İ" * 50, "x", "CURL y"])
    assert list(matching([read_line("CURL")], ("curl",), sheet, complete=True)) == [(2, 2)]


@pytest.mark.parametrize("told", [{"unless": "x"}, {"matches": "x", "besides": "y"}])
def test_an_entry_of_the_wrong_form_is_refused(told: Mapping[str, str]) -> None:
    with pytest.raises(ValueError, match="an entry of lines has matches"):
        read_line(told)


LINED = [rule for rule in load().rules if rule.lines]


@pytest.mark.parametrize("rule", LINED, ids=[rule.id for rule in LINED])
def test_no_expression_takes_for_ever(rule: Rule) -> None:
    """Parts of what it finds, over and over: what a hostile file would try."""
    for line in rule.lines:
        for expression in (line.matches, *(condition for _, condition in line.conditions)):
            for text in _hostile(rule):
                # The collector of garbage may run at any time, but not each time.
                looks = (_seconds(expression.compiled, text) < 0.1 for _ in range(3))
                assert any(looks), f"{expression.text} on {text[:40]}"


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    list(pattern.finditer(text))
    return time.process_time() - started


def _hostile(rule: Rule) -> list[str]:
    code = rule.vulnerable[0].replace("\n", " ")
    parts = [code[at : at + size] for size in (4, 9, 24) for at in range(0, len(code), size)]
    return [(part * LONGEST_LINE)[:LONGEST_LINE] for part in (*parts, " ", "a", "(", "{{", '"')]
