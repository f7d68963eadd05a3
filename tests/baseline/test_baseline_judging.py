"""What is accepted is dropped in sight of everybody; what is expired or gone is told."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baseline.accepting import IDS, SWEEP, TODAY, entry, swept
from reviewbot.baseline import ACCEPTED, Baseline, entry_of, judge, suppress
from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Severity, Status
from reviewbot.report import Report, Verdict
from sinks.samples import claim, finding, gap, report

ONE = finding(id=IDS[0])


def test_an_accepted_finding_is_dropped_with_its_terms() -> None:
    known = Baseline((entry(owner="ann", expires=date(2027, 1, 31)),))
    left = suppress(report(findings=(ONE, finding(id=IDS[1]))), known, TODAY)
    assert [one.id for one in left.findings] == [IDS[1]]
    (dropped,) = left.dropped
    assert dropped.reason == f"{ACCEPTED}goes with the old page (ann, until 2027-01-31)"
    assert (dropped.id, dropped.path, dropped.claim.title) == (IDS[0], ONE.path, ONE.title)


def test_verdict_and_exit_code_follow() -> None:
    left = suppress(report(findings=(ONE,)), Baseline((entry(),)), TODAY)
    assert (left.verdict, left.exit_code(Severity.LOW)) == (Verdict.CLEAN, 0)


def test_the_last_day_counts_and_the_next_does_not() -> None:
    until = Baseline((entry(expires=TODAY),))
    assert not suppress(report(findings=(ONE,)), until, TODAY).findings
    left = suppress(report(findings=(ONE,)), until, TODAY + timedelta(1))
    assert left.findings[0].evidence == ("accepted until 2026-11-26: goes with the old page",)
    assert left.facts.notes[-1] == "1 entry of the baseline expired: app/db.py CWE-89 (2026-11-26)."


def test_an_entry_covers_nothing_else_than_people_read_in_it() -> None:
    for lie in (entry(path="tests/db.py"), entry(cwe="CWE-79")):
        assert suppress(report(findings=(ONE,)), Baseline((lie,)), TODAY).findings == (ONE,)
    kin = entry(cwe="CWE-564")
    assert not suppress(report(findings=(ONE,)), Baseline((kin,)), TODAY).findings


def test_a_name_that_is_no_text_is_accepted_too() -> None:
    odd = finding(id=IDS[0], path="x\udcff.py")
    assert not suppress(report(findings=(odd,)), Baseline((entry_of(odd, "why"),)), TODAY).findings


def test_a_secret_that_the_change_writes_anew_may_be_another_one() -> None:
    known = Baseline((entry(),))
    new = finding(id=IDS[0], quote='KEY = "[secret]"')
    left = suppress(report(findings=(new,)), known, TODAY)
    assert left.findings[0].evidence == (
        "a secret is accepted here, and this may be another one: goes with the old page",
    )
    assert not suppress(swept(findings=(new,)), known, TODAY).findings
    old = finding(id=IDS[0], quote='KEY = "[secret]"', status=Status.PRE_EXISTING)
    assert not suppress(report(findings=(old,)), known, TODAY).findings


def vanished(swept_report: Report, *known: int) -> list[str]:
    judged = judge(swept_report, Baseline(tuple(entry(number) for number in known)), TODAY)
    return [one.fingerprint for one in judged.vanished]


def test_what_a_sweep_does_not_find_is_gone() -> None:
    assert vanished(swept(findings=(ONE,)), 0, 1) == [IDS[1]]


def test_what_nobody_can_tell_is_not_called_gone() -> None:
    assert not vanished(report(), 1)  # a review of a change
    assert not vanished(swept(engines=("static",)), 1)  # the model saw it too
    assert not vanished(swept(gaps=(gap("app/db.py", (1, 2), kind="failed"),)), 1)
    assert not vanished(swept(gaps=(gap("app/db.py", (1, 2), kind="skipped"),)), 1)
    assert not vanished(swept(errors=(Unavailable("no key"),)), 1)
    title = entry().title
    assert not vanished(swept(dropped=(Dropped(claim(title=title), "app/db.py", "below"),)), 1)


def test_what_is_accepted_or_ignored_is_there() -> None:
    known = Baseline((entry(),))
    assert not judge(suppress(swept(findings=(ONE,)), known, TODAY), known, TODAY).vanished


@pytest.mark.parametrize(
    "part", [{"include": ("app/",)}, {"exclude": ("*.js",)}, {"shard": "1/2"}, {"base": "b" * 40}]
)
def test_a_part_of_a_sweep_calls_nothing_gone(part: dict[str, Any]) -> None:
    assert not vanished(replace(swept(), target=replace(SWEEP, **part)), 1)


@pytest.mark.parametrize("place", [".", "app"])
def test_a_gap_of_a_folder_is_one_of_every_file_in_it(place: str) -> None:
    assert not vanished(swept(gaps=(gap(place, kind="failed"),)), 1)


def test_many_are_counted() -> None:
    known = Baseline(tuple(entry(n, path=f"{n}.py") for n in range(6)))
    note = suppress(swept(), known, TODAY).facts.notes[-1]
    assert note.startswith("6 entries of the baseline found nothing any more: 0.py CWE-89, 1.py")
    assert note.endswith(" and 1 more.")


FINDINGS = st.lists(
    st.builds(
        finding,
        id=st.sampled_from(IDS),
        path=st.sampled_from(["app/db.py", "b.py"]),
        severity=st.sampled_from(Severity),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)
ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(0, 5),
        path=st.sampled_from(["app/db.py", "b.py"]),
        expires=st.sampled_from([None, TODAY, TODAY - timedelta(1)]),
    ),
    max_size=6,
    unique_by=lambda one: one.fingerprint,
)


@given(FINDINGS, ENTRIES, st.booleans())
def test_nothing_is_lost_and_twice_is_once(found: list, known: list, sweeps: bool) -> None:  # type: ignore[type-arg]  # noqa: FBT001
    before = (swept if sweeps else report)(findings=tuple(found))
    baseline = Baseline(tuple(known))
    after = suppress(before, baseline, TODAY)
    assert {one.id for one in after.findings} | {one.id for one in after.dropped} == {one.id for one in found}
    assert len(after.findings) + len(after.dropped) == len(found)
    assert (after.coverage, after.gaps, after.merged) == (before.coverage, before.gaps, before.merged)
    assert suppress(after, baseline, TODAY) == after
