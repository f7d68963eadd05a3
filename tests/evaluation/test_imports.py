"""A log about the folder of cases joins the review of exactly the change that it speaks of."""

from pathlib import Path
from typing import Any

import pytest

from evaluation.labelled import write_case
from reviewbot.errors import UsageError
from reviewbot.evaluation.cases import Case
from reviewbot.evaluation.loading import load_cases
from reviewbot.evaluation.running import Session, run_cases
from reviewbot.settings import load_settings
from reviewbot.wiring import Supplies
from sarif_logs import log, place, result, run

WITHIN = "python/line-count/vulnerable/app.py"
LINE = 5
CWE = {"properties": {"tags": ["CWE-117"]}}


@pytest.fixture
def cases(tmp_path: Path) -> tuple[Case, ...]:
    """Two pairs that differ in their names alone."""
    for name in ("line-count", "word-count"):
        write_case(tmp_path / "cases", name)
    return load_cases(tmp_path / "cases")


def measured(cases: tuple[Case, ...], folder: Path, *runs: dict[str, Any]) -> Session:
    file = folder / "other.sarif"
    file.write_bytes(log(*runs))
    return run_cases(cases, load_settings({"engine": "static"}, {}), {}, supplies=Supplies(imports=(file,)))


def seen(session: Session) -> dict[str, list[int]]:
    """The lines where CWE-117 was seen, by change: only the log speaks of it."""
    return {
        f"{done.case.name}/{done.twin.value}": [one.line for one in done.sightings if one.cwe == "CWE-117"]
        for done in session.runs
    }


@pytest.mark.parametrize(
    "uri",
    [
        WITHIN,
        f"evals/cases/{WITHIN}",
        f"./cases/{WITHIN}",
        f"file:///home/somebody/line-count/cases/{WITHIN}",
        f"/github/workspace/{WITHIN}",
    ],
)
def test_a_result_joins_the_review_of_its_change_alone(
    cases: tuple[Case, ...], tmp_path: Path, uri: str
) -> None:
    session = measured(cases, tmp_path, run(result(place(uri, LINE), **CWE)))
    assert seen(session) == {
        "line-count/vulnerable": [LINE],
        "line-count/safe": [],
        "word-count/vulnerable": [],
        "word-count/safe": [],
    }
    assert session.engines == ("static", "import/scanner")
    assert "Results of import/scanner: 1 on lines under review, 0 elsewhere." in session.facts.notes


@pytest.mark.parametrize(
    "uri",
    [
        "python/line-count/base/app.py",
        "python/line-count/vulnerable/other.py",
        "python/gone/vulnerable/app.py",
        "vulnerable/app.py",
        "app.py",
        "../line-count/vulnerable/app.py",
    ],
)
def test_what_is_elsewhere_is_counted_and_joins_nothing(
    cases: tuple[Case, ...], tmp_path: Path, uri: str
) -> None:
    here = result(place(WITHIN, LINE), **CWE)
    unchanged = result(place(WITHIN, 1), **CWE)
    session = measured(cases, tmp_path, run(here, unchanged, result(place(uri, LINE), **CWE)))
    assert [line for lines in seen(session).values() for line in lines] == [LINE]
    placeless = uri.startswith("..")
    expected = "1 elsewhere, 1 without a line of a file" if placeless else "2 elsewhere"
    (note,) = [note for note in session.facts.notes if "import/" in note]
    assert note == f"Results of import/scanner: 1 on lines under review, {expected}."


def test_two_logs_of_one_scanner_are_one_witness(cases: tuple[Case, ...], tmp_path: Path) -> None:
    runs = [
        run(result(place(f"python/{name}/safe/app.py", LINE), **CWE)) for name in ("line-count", "word-count")
    ]
    session = measured(cases, tmp_path, *runs)
    assert [len(lines) for lines in seen(session).values()] == [0, 1, 0, 1]
    assert "Results of import/scanner: 2 on lines under review, 0 elsewhere." in session.facts.notes


def test_trouble_with_one_file_is_a_failure_of_its_change(cases: tuple[Case, ...], tmp_path: Path) -> None:
    notice = {"level": "error", "message": {"text": "no syntax"}, "locations": [place(WITHIN)]}
    named = {"level": "error", "message": {"text": "lost in python/word-count/safe/app.py"}}
    invocations = [{"executionSuccessful": True, "toolExecutionNotifications": [notice, named]}]
    session = measured(cases, tmp_path, run(invocations=invocations))
    assert [bool(done.failures) for done in session.runs] == [True, False, False, True]
    assert session.runs[0].failures == ("import/scanner: it had trouble with the file: no syntax",)


def test_a_scan_that_failed_makes_every_review_incomplete(cases: tuple[Case, ...], tmp_path: Path) -> None:
    session = measured(cases, tmp_path, run(invocations=[{"executionSuccessful": False}]))
    assert all(done.failures == ("import/scanner: it did not run to its end",) for done in session.runs)


def test_a_file_that_is_no_log_is_a_mistake(cases: tuple[Case, ...], tmp_path: Path) -> None:
    (tmp_path / "no.sarif").write_text("{}")
    supplies = Supplies(imports=(tmp_path / "no.sarif",))
    with pytest.raises(UsageError, match="no SARIF"):
        run_cases(cases, load_settings({"engine": "static"}, {}), {}, supplies=supplies)
