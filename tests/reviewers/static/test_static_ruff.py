"""Python by ruff: on copies, without anything that the repository says."""

import json
import subprocess
import tempfile
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]

from reviewbot.errors import Unavailable
from reviewbot.findings import Confidence, Severity
from reviewbot.review import Review, Unread
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruff import Ruff
from reviewbot.spans import Side
from reviewers.static.reading import change, claims, lines, outcomes, reason

RUFF = StaticReviewer(Ruff())
SHELL = 'import os\nos.system("ls " + name)\n'


def test_a_claim_says_where_what_and_how_bad() -> None:
    (claim,) = claims(RUFF, change(SHELL))
    assert (claim.by, claim.line, claim.side) == ("static/ruff", 2, Side.NEW)
    assert (claim.cwe, claim.severity, claim.confidence) == ("CWE-78", Severity.HIGH, Confidence.LOW)
    assert claim.quote == 'os.system("ls " + name)'


@pytest.mark.parametrize("pragma", ["# noqa", "# noqa: S605", "# nosec", "# ruff: noqa"])
def test_no_pragma_of_the_change_silences_it(pragma: str) -> None:
    code = f'{pragma}\nimport os\nos.system("ls " + name)  {pragma}\n'
    assert lines(claims(RUFF, change(code))) == [3]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ruff.toml", "[lint.per-file-ignores]\n'*' = ['S']\n"),
        ("pyproject.toml", "[tool.ruff.lint.per-file-ignores]\n'*' = ['S']\n"),
    ],
)
def test_no_configuration_around_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert lines(claims(RUFF, change(SHELL))) == [2]


@pytest.mark.parametrize("path", ["--fix.py", "-", "../../etc/x.py", "$(touch p).py", "a\nb.py", "venv/a.py"])
def test_no_name_of_the_change_reaches_the_command_line(path: str) -> None:
    assert lines(claims(RUFF, change(SHELL, path))) == [2]


def test_the_environment_does_not_bend_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUFF_OUTPUT_FILE", str(tmp_path / "out"))
    assert lines(claims(RUFF, change(SHELL))) == [2]


def test_nothing_stays_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    claims(RUFF, change(SHELL))
    assert list(tmp_path.iterdir()) == []


def test_a_constant_command_is_no_defect() -> None:
    assert (
        claims(RUFF, change('import os, subprocess\nos.system("ls")\nsubprocess.run("ls", shell=True)\n'))
        == []
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("target", 1),
        ("target, filter=None", 1),
        ("target, filter=\n    'fully_trusted'", 1),
        ("target, filter=ours", 0),
    ],
)
def test_an_archive_that_goes_through_a_filter_of_its_own_is_no_defect(given: str, found: int) -> None:
    code = f"import tarfile\nwith tarfile.open(name) as tar:\n    tar.extractall({given})\n"
    assert len(claims(RUFF, change(code))) == found


def test_what_was_there_before_is_not_claimed() -> None:
    assert claims(RUFF, change(SHELL + "x = 1\n", owns=[(3, 3)])) == []


def test_a_defect_over_several_lines_counts_if_one_of_them_changed() -> None:
    code = 'q = f"""\n  SELECT name FROM users\n  WHERE id = {id}\n"""\n'
    assert lines(claims(RUFF, change(code, owns=[(3, 3)]))) == [1]


def test_each_chunk_gets_the_claims_on_its_own_lines() -> None:
    code = 'import os\nos.system("ls " + a)\nos.system("ls " + b)\n'
    read = outcomes(RUFF, change(code, owns=[(2, 2)]), change(code, owns=[(3, 3)]))
    assert [lines(outcome.claims) for outcome in read if isinstance(outcome, Review)] == [[2], [3]]


def test_a_file_that_does_not_parse_is_unread_with_the_reason() -> None:
    assert reason(RUFF, change("x = 1\ndef f(:\n")).startswith("does not parse: Expected a parameter")
    assert reason(RUFF, change("x = 1\ndef f(:\n")).endswith("(line 2)")


def test_a_file_that_does_not_parse_does_not_silence_the_others() -> None:
    read = outcomes(RUFF, change("def f(:\n", "bad.py"), change(SHELL, "good.py"))
    assert [type(outcome) for outcome in read] == [Unread, Review]


def test_a_file_that_crashes_ruff_is_the_only_one_unread() -> None:
    deep = change(f"x = {'-' * 50_000}1\n", "deep.py")
    read = outcomes(RUFF, change(SHELL, "a.py"), deep, change(SHELL, "b.py"), change(SHELL, "c.py"))
    assert [type(outcome) for outcome in read] == [Review, Unread, Review, Review]
    assert "ruff broke down on it" in repr(read[1])


def test_new_syntax_parses() -> None:
    code = "import os\nmatch x:\n  case 1: os.system(f'{y!r:{'a'}}')\ntype X = int\nt'{a}'\n"
    assert lines(claims(RUFF, change(code))) == [3]


def test_a_lone_carriage_return_does_not_shift_lines() -> None:
    assert lines(claims(RUFF, change('import os\nx = 1\ry = 2\nos.system("ls " + x)\nz = 3\n'))) == [3]


def test_an_excerpt_from_inside_a_function_is_read() -> None:
    code = "        if x:\n            exec(x)\n        else:\n            return 1\n    return 2\n"
    assert lines(claims(RUFF, change(code, start=900, complete=False))) == [901]


def test_an_excerpt_that_makes_no_program_is_unread() -> None:
    assert "only part of the file is known" in reason(
        RUFF, change("  x, y):\n  z\n", start=7, complete=False)
    )


def test_line_numbers_of_a_hostile_diff_cost_nothing() -> None:
    assert lines(claims(RUFF, change("exec(x)\n", start=10**9, complete=False))) == [10**9]


def test_other_languages_have_nothing_to_read() -> None:
    assert claims(RUFF, change("eval(x)\n", "a.js", "javascript")) == []


def test_without_ruff_python_is_unavailable() -> None:
    with pytest.raises(Unavailable, match="ruff does not start"):
        outcomes(StaticReviewer(Ruff("/nowhere/ruff")), change(SHELL))


def test_without_ruff_other_languages_are_still_reviewed() -> None:
    read = outcomes(StaticReviewer(Ruff("/nowhere/ruff")), change("eval(x)\n", "a.js", "javascript"))
    assert [type(outcome) for outcome in read] == [Review]


def test_what_is_too_large_is_unread() -> None:
    assert reason(RUFF, change("x = 10\n" * 1_000_000)) == "too large for ruff: 6,000,000 characters"


def test_every_rule_of_ruff_is_on_or_off_for_a_reason() -> None:
    said = subprocess.run(
        [find_ruff_bin(), "rule", "--all", "--output-format", "json"], capture_output=True, check=True
    ).stdout
    stable = {
        rule["code"]
        for rule in json.loads(said)
        if rule["linter"] == "flake8-bandit" and not rule["preview"] and "Stable" in rule["status"]
    }
    table = tomllib.loads(files("reviewbot.reviewers.static").joinpath("python.toml").read_text())
    assert {*table["on"], *table["off"]} == stable
    assert not {*table["on"]} & {*table["off"]}
