"""A label that is wrong measures something else, so every one is refused with its file, key and remedy."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.labelled import BASE, EXPECT, SAFE, VULNERABLE, head, write_case
from reviewbot.errors import UsageError
from reviewbot.evaluation.cases import Split, Twin, split_of
from reviewbot.evaluation.loading import load_cases
from reviewbot.spans import Side


def test_a_case_is_found_at_any_depth_and_its_quotes_become_lines(tmp_path: Path) -> None:
    write_case(tmp_path / "deep")
    (case,) = load_cases(tmp_path)
    assert (case.name, case.group, case.language) == ("line-count", "python", "python")
    assert case.trees == {
        Twin.VULNERABLE: {"app.py": VULNERABLE.encode()},
        Twin.SAFE: {"app.py": SAFE.encode()},
    }
    (expected,) = case.expectations
    assert expected.places == {(Side.NEW, 5)}


def test_a_removed_check_is_quoted_from_the_base_and_also_from_the_new_side(tmp_path: Path) -> None:
    toml = head() + (
        '[[expect]]\npath = "app.py"\nside = "old"\nquote = "return 0"\ncwe = ["CWE-862", "CWE-306"]\n'
        'also = ["def count", "return int"]\n'
    )
    write_case(tmp_path, toml=toml)
    (expected,) = load_cases(tmp_path)[0].expectations
    assert expected.places == {(Side.OLD, 5), (Side.NEW, 4), (Side.NEW, 6)}
    assert expected.families == {"CWE-862", "CWE-287"}


def test_what_is_optional_is_looked_for_in_the_safe_twin_too(tmp_path: Path) -> None:
    optional = '[[expect]]\npath = "app.py"\nquote = "return int(out)"\ncwe = "CWE-20"\noptional = true\n'
    write_case(tmp_path, toml=head() + EXPECT + optional)
    required, extra = load_cases(tmp_path)[0].expectations
    assert extra.optional
    assert extra.safe_places == {(Side.NEW, 6)}
    assert required.safe_places == frozenset()


def test_a_benign_case_has_no_vulnerable_change_and_may_have_no_base(tmp_path: Path) -> None:
    write_case(tmp_path, toml=head(tags='["benign"]'), trees={"safe": {"app.py": SAFE}})
    (case,) = load_cases(tmp_path)
    assert (case.base, list(case.trees), case.expectations) == ({}, [Twin.SAFE], ())


WRONG = {
    "an unknown key": (head() + 'owner = "me"\n' + EXPECT, "owner", "Extra inputs are not permitted"),
    "a missing key": (EXPECT, "title", "Field required"),
    "an unknown tag": (head(tags='["hard"]') + EXPECT, "tags.0", "'hard' is no tag; use benign, config"),
    "a language in capitals": (head(language="Python") + EXPECT, "language", "small letters"),
    "a weakness without number": (
        head() + EXPECT.replace("CWE-78", "SQLi"),
        "expect.0.cwe",
        "'SQLi' is no weakness",
    ),
    "an unknown side": (head() + EXPECT + 'side = "both"\n', "expect.0.side", "'old' or 'new'"),
    "a quote that is nowhere": (
        head() + EXPECT.replace("subprocess.check_output(", "os.system("),
        "expect.0.quote",
        "'os.system(' stands in no line of app.py",
    ),
    "a quote of two lines": (
        head() + EXPECT.replace("subprocess.check_output(", "out"),
        "expect.0.quote",
        "'out' stands in lines 5, 6 of app.py",
    ),
    "another place that is nowhere": (head() + EXPECT + 'also = ["nope"]\n', "expect.0.also.0", "in no line"),
    "a file that is not there": (
        head() + EXPECT.replace("app.py", "b.py"),
        "expect.0.quote",
        "no file 'b.py'",
    ),
    "nothing expected": (head(), "expect", "nothing is expected of vulnerable/"),
}


@pytest.mark.parametrize(("toml", "key", "what"), WRONG.values(), ids=WRONG)
def test_a_wrong_label_is_named_with_file_and_key(tmp_path: Path, toml: str, key: str, what: str) -> None:
    file = write_case(tmp_path, toml=toml)
    with pytest.raises(UsageError) as refused:
        load_cases(tmp_path)
    assert refused.value.message.startswith(f"{file}: {key}")
    assert what in refused.value.message
    assert refused.value.hint


TREES: dict[str, tuple[Mapping[str, Mapping[str, str]], str]] = {
    "no safe change": (
        {"base": {"app.py": BASE}, "vulnerable": {"app.py": VULNERABLE}},
        "there is no safe change",
    ),
    "no vulnerable change": ({"safe": {"app.py": SAFE}}, "there is no vulnerable/"),
    "twins that are the same": (
        {"vulnerable": {"app.py": VULNERABLE}, "safe": {"app.py": VULNERABLE}},
        "the same as safe/",
    ),
}


@pytest.mark.parametrize(("trees", "what"), TREES.values(), ids=TREES)
def test_trees_that_cannot_be_a_pair_are_refused(
    tmp_path: Path, trees: Mapping[str, Mapping[str, str]], what: str
) -> None:
    write_case(tmp_path, trees=trees)
    with pytest.raises(UsageError, match=what):
        load_cases(tmp_path)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    write_case(tmp_path, toml="title =\n")
    with pytest.raises(UsageError, match=r"case\.toml is not TOML"):
        load_cases(tmp_path)


def test_no_link_leads_out_of_a_case(tmp_path: Path) -> None:
    file = write_case(tmp_path)
    (file.parent / "safe" / "hosts").symlink_to("/etc/hosts")
    with pytest.raises(UsageError, match="is a symbolic link"):
        load_cases(tmp_path)


def test_a_name_is_there_once(tmp_path: Path) -> None:
    write_case(tmp_path, group="go")
    write_case(tmp_path, group="python")
    with pytest.raises(UsageError, match="two cases have the name 'line-count', in 'go' and in 'python'"):
        load_cases(tmp_path)


@pytest.mark.parametrize("place", [".", "nowhere"])
def test_a_folder_without_cases_is_a_mistake(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError, match=r"no folder of cases|no cases in"):
        load_cases(tmp_path / place)


def test_the_name_alone_decides_the_part() -> None:
    parts = [split_of(f"case-{number}") for number in range(300)]
    assert 80 < parts.count(Split.HELD) < 120
    assert split_of("flask-invoice-search") is split_of("flask-invoice-search")
