"""What a baseline does to a report, and what a report says of a baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reviewbot.baseline.entries import Baseline, Entry
from reviewbot.findings import MASK, Dropped, Finding, Status
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


def suppress(report: Report, baseline: Baseline, today: date) -> Report:
    """The report without what the baseline accepts; that is named among what is dropped, with its terms.

    What is expired suppresses nothing. Nor does an entry for a secret whose line the change has written anew:
    a fingerprint knows no secret values, so that this may be another one. Nothing is lost: a finding is
    reported or dropped. To do it twice changes nothing more.
    """
    changed = report.target.kind != "sweep"
    told = [_told(finding, baseline.find(finding), today, changed=changed) for finding in report.findings]
    judged = judge(report, baseline, today)
    notes = [note for note in _notes(judged) if note not in report.facts.notes]
    return replace(
        report,
        findings=tuple(one for one in told if isinstance(one, Finding)),
        dropped=(*report.dropped, *(one for one in told if isinstance(one, Dropped))),
        facts=replace(report.facts, notes=(*report.facts.notes, *notes)),
    )


def judge(report: Report, baseline: Baseline, today: date) -> Judgement:
    """Which entries have expired and, in a sweep of everything, which name a finding that is gone.

    Gone is what is not found although everybody who saw it has read all of its file.
    """
    here = {finding.id for finding in report.findings} | {dropped.id for dropped in report.dropped}
    # Those that were findings have a name: what else is dropped may be what an entry means.
    doubts = Doubts.of(replace(report, dropped=tuple(d for d in report.dropped if not d.id)))
    whole = report.target.is_everything
    absent = [entry for entry in baseline.entries if whole and entry.fingerprint not in here]
    return Judgement(
        tuple(entry for entry in baseline.entries if entry.is_expired(today)),
        tuple(entry for entry in absent if not doubts.about(entry.path, entry.title, entry.seen_by)),
    )


def _told(finding: Finding, entry: Entry | None, today: date, *, changed: bool) -> Finding | Dropped:
    """What becomes of a finding; one that its entry does not cover says why, once."""
    if entry is None:
        return finding
    said = ""
    if entry.is_expired(today):
        said = f"accepted until {entry.expires}: {entry.reason}"
    elif changed and MASK in finding.quote and finding.status is Status.NEW:
        said = f"a secret is accepted here, and this may be another one: {entry.reason}"
    if not said:
        return Dropped.of(finding, f"{ACCEPTED}{entry.terms}")
    new = () if said in finding.evidence else (said,)
    return replace(finding, evidence=(*finding.evidence, *new))


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
