"""What is called fixed was read again by all who saw it, or is not there any more."""

from dataclasses import replace

import pytest

from reviewbot.baseline import ACCEPTED
from reviewbot.chronicle import Sighting, tell_chapter
from reviewbot.diff import Target
from reviewbot.errors import Unavailable
from reviewbot.findings import Confidence, Dropped, Finding, Severity, Status
from reviewbot.joined import join
from reviewbot.report import Report
from reviewbot.spans import Gap, GapKind, Side

BAD = Finding(
    id="0123456789abcdef",
    path="app/sub/bad.py",
    side=Side.NEW,
    line=4,
    end_line=4,
    cwe="CWE-78",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    title="A shell runs it",
    explanation="",
    fix=None,
    quote="run(x)",
    symbol="f",
    sources=("static/rules",),
    status=Status.NEW,
)


def report(*found: object, **changes: object) -> Report:
    whole = replace(join(Target("sweep", "shop"), ()), engines=("static",))
    return replace(whole, findings=found, **changes)  # type: ignore[arg-type]


def first() -> tuple[Sighting, ...]:
    return tell_chapter(report(BAD), (), 1, 100, lambda _: True).changed


def test_a_finding_begins_goes_on_and_comes_back() -> None:
    (begun,) = first()
    assert (begun.first, begun.last, begun.ended, begun.engines) == (1, 1, None, ("static",))
    fixed = tell_chapter(report(), [begun], 2, 200, lambda _: True)
    assert (fixed.sweep.new, fixed.sweep.fixed, fixed.sweep.open) == (0, 1, 0)
    (ended,) = fixed.changed
    assert (ended.ended, ended.how) == (2, "fixed")
    back = tell_chapter(report(BAD), [ended], 3, 300, lambda _: True)
    assert (back.sweep.new, back.sweep.open) == (1, 1)
    assert (back.changed[0].first, back.changed[0].last, back.changed[0].ended) == (1, 3, None)


def gap(path: str, kind: GapKind) -> Report:
    return report(gaps=(Gap(path, (), kind, "policy", "because"),))


@pytest.mark.parametrize(
    "later",
    [
        gap(BAD.path, GapKind.FAILED),
        gap(BAD.path, GapKind.SKIPPED),
        gap("app/sub", GapKind.FAILED),
        gap(".", GapKind.FAILED),
        report(engines=("model",)),
        report(errors=(Unavailable("no key"),)),
        report(dropped=(Dropped.of(BAD, "below the minimum severity high"),)),
    ],
)
def test_what_nobody_has_read_again_is_not_fixed(later: Report) -> None:
    told = tell_chapter(later, first(), 2, 200, lambda _: True)
    assert (told.sweep.fixed, told.sweep.open, told.changed) == (0, 1, ())


def test_what_was_not_to_be_read_is_not_fixed() -> None:
    assert tell_chapter(report(), first(), 2, 200, lambda _: False).sweep.fixed == 0


def test_what_a_person_accepts_is_not_open_and_not_fixed() -> None:
    dropped = (Dropped.of(BAD, f"{ACCEPTED}known"),)
    told = tell_chapter(report(dropped=dropped), first(), 2, 200, lambda _: True)
    assert (told.sweep.fixed, told.sweep.open) == (0, 0)
    assert told.changed[0].how == "accepted"
