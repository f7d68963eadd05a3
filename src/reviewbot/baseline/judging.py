"""What a baseline does to a report, and what a report says of a baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reviewbot.baseline.entries import Baseline, Entry
from reviewbot.findings import Dropped, Finding
from reviewbot.history import Doubts
from reviewbot.report import Report

ACCEPTED: Final = "accepted in the baseline: "
"""How the reason begins when an accepted finding is not reported; the terms of its entry follow."""

_FEW: Final = 5
"""So many entries are named in one note."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Entries that do nothing any more: their day is over, or what they name is gone."""

    expired: tuple[Entry, ...] = ()
    vanished: tuple[Entry, ...] = ()


def suppress(report: Report, baseline: Baseline, today: date, *, whole: bool | None = None) -> Report:
    """The report without what the baseline accepts; that is named among what is dropped, with its terms.

    What is expired suppresses nothing. `whole` says whether everything was read, so that what is not found is
    gone; unless somebody knows better that holds for a sweep. Nothing is lost: a finding is reported or
    dropped. To do it twice changes nothing more.
    """
    found = [(finding, baseline.find(finding)) for finding in report.findings]
    kept = tuple(_kept(finding, entry) for finding, entry in found if not entry or entry.is_expired(today))
    accepted = tuple(
        Dropped.of(finding, f"{ACCEPTED}{entry.terms}")
        for finding, entry in found
        if entry and not entry.is_expired(today)
    )
    judged = judge(report, baseline, today, whole=whole)
    notes = [note for note in _notes(judged) if note not in report.facts.notes]
    return replace(
        report,
        findings=kept,
        dropped=(*report.dropped, *accepted),
        facts=replace(report.facts, notes=(*report.facts.notes, *notes)),
    )


def judge(report: Report, baseline: Baseline, today: date, *, whole: bool | None = None) -> Judgement:
    """Which entries have expired and, where everything was read, which name a finding that is gone.

    Gone is what is not found although everybody who saw it has read all of its file.
    """
    sweeps = report.target.kind == "sweep" if whole is None else whole
    here = {finding.id for finding in report.findings} | {dropped.id for dropped in report.dropped}
    # Those that were findings have a name: what else is dropped may be what an entry means.
    doubts = Doubts.of(replace(report, dropped=tuple(d for d in report.dropped if not d.id)))
    absent = [entry for entry in baseline.entries if sweeps and entry.fingerprint not in here]
    return Judgement(
        tuple(entry for entry in baseline.entries if entry.is_expired(today)),
        tuple(entry for entry in absent if not doubts.about(entry.path, entry.title, entry.seen_by)),
    )


def _kept(finding: Finding, entry: Entry | None) -> Finding:
    """A finding that is reported; one whose entry has expired says so, once."""
    said = (f"accepted until {entry.expires}: {entry.reason}",) if entry else ()
    return replace(finding, evidence=(*finding.evidence, *(s for s in said if s not in finding.evidence)))


def _notes(judged: Judgement) -> Iterable[str]:
    if judged.expired:
        yield f"{_count(judged.expired)} of the baseline expired: {_named(judged.expired)}."
    if judged.vanished:
        yield f"{_count(judged.vanished)} of the baseline found nothing any more: {_named(judged.vanished)}."


def _count(entries: Sequence[Entry]) -> str:
    return "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"


def _named(entries: Sequence[Entry]) -> str:
    shown = [f"{e.path} {e.cwe}{f' ({e.expires})' if e.expires else ''}" for e in entries[:_FEW]]
    more = len(entries) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")
