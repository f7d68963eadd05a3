from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding, Severity
from reviewbot.history import Known, Progress, Standing, compare, remember
from reviewbot.report import Report
from sinks import samples


def known(number: int = 1, **changes: object) -> Known:
    values: dict[str, object] = {
        "id": f"{number:016x}",
        "path": "app/db.py",
        "line": 40,
        "severity": Severity.HIGH,
        "title": "SQL injection",
        "engines": ("model",),
    }
    return Known(**(values | changes))  # type: ignore[arg-type]


def finding(number: int = 1) -> Finding:
    return samples.finding(id=f"{number:016x}")


def test_on_the_first_push_everything_is_new() -> None:
    report = samples.report(findings=(finding(1), finding(2)))
    assert compare((), report) == Progress(new=report.findings)


def test_a_finding_that_was_there_is_still_open_wherever_it_moved() -> None:
    report = samples.report(findings=(finding(1), finding(2)))
    progress = compare([known(2, line=7)], report)
    assert progress == Progress(new=(finding(1),), still_open=(finding(2),))


def test_a_finding_that_is_gone_from_a_file_that_was_read_is_fixed() -> None:
    assert compare([known()], samples.report()) == Progress(fixed=(known(),))


def test_a_file_that_has_left_the_change_has_its_findings_fixed() -> None:
    report = samples.report(gaps=(samples.gap("other.py", (1, 2), kind="failed"),))
    assert compare([known()], report).fixed == (known(),)


@pytest.mark.parametrize(
    "report",
    [
        samples.report(gaps=(samples.gap("app/db.py", (1, 2), kind="failed", by="model"),)),
        samples.report(gaps=(samples.gap("app/db.py", (1, 2), kind="skipped"),)),
        samples.report(engines=("static",)),
        samples.report(errors=(Unavailable("no key"),)),
        samples.report(
            dropped=(Dropped(samples.claim(title="SQL injection"), "app/db.py", "refuted by a guard"),)
        ),
    ],
    ids=[
        "not read",
        "skipped",
        "seen by an engine that did not run",
        "an engine did not start",
        "not reported",
    ],
)
def test_what_nobody_looked_for_again_is_not_called_fixed(report: Report) -> None:
    assert compare([known()], report) == Progress(not_seen=(known(),))


def test_what_is_not_seen_is_remembered_until_somebody_looks() -> None:
    unread = samples.report(gaps=(samples.gap("app/db.py", (1, 2), kind="failed"),))
    kept = remember([known()], compare([known()], unread))
    assert kept == (known(status=Standing.NOT_SEEN),)
    assert compare(kept, samples.report()).fixed == kept


def test_the_next_push_knows_all_that_is_open_and_nothing_that_is_fixed() -> None:
    report = samples.report(findings=(finding(1), finding(2)))
    earlier = [known(2, comment_id=99, line=1), known(3)]
    kept = remember(earlier, compare(earlier, report))
    assert [(one.id[-1], one.line, one.comment_id, one.engines) for one in kept] == [
        ("1", 42, None, ("model", "static")),
        ("2", 42, 99, ("model", "static")),
    ]


numbers = st.sets(st.integers(0, 9))


@given(numbers, numbers, st.booleans())
def test_nothing_gets_lost(before: set[int], now: set[int], unread: bool) -> None:  # noqa: FBT001 - hypothesis
    gaps = (samples.gap("app/db.py", (1, 1), kind="failed"),) if unread else ()
    report = samples.report(findings=tuple(map(finding, now)), gaps=gaps)
    progress = compare(map(known, before), report)
    assert {f.id for f in (*progress.new, *progress.still_open)} == {f.id for f in report.findings}
    gone = (*progress.fixed, *progress.not_seen)
    assert {one.id for one in gone} == {f"{n:016x}" for n in before - now}
    assert not (progress.fixed if unread else progress.not_seen)
    again = compare(remember(map(known, before), progress), report)
    assert again == replace(progress, new=(), still_open=report.findings, fixed=(), not_seen=again.not_seen)
