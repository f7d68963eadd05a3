"""`reviewbot baseline`: the findings that a repository lives with, in one file that is reviewed like code."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from reviewbot.baseline import Baseline, Entry, Judgement, entry_of, judge
from reviewbot.doors import accepting
from reviewbot.doors.reading import read
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import note
from reviewbot.doors.steered import trusted_files, with_believed_marks
from reviewbot.doors.steering import BY
from reviewbot.errors import UsageError
from reviewbot.findings import Finding
from reviewbot.report import Report, Verdict
from reviewbot.sinks import escape
from reviewbot.sinks.output import write as put
from reviewbot.sinks.stored_report import read_report
from reviewbot.sinks.wording import count
from reviewbot.sources.everything import everything_in
from reviewbot.sweeping.estate import tree_at
from reviewbot.wiring.places import today

_STALE = 1
_REPORT = click.Path(path_type=Path)


def _repo(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--repo",
        type=click.Path(path_type=Path),
        default=".",
        help="The repository, or a plain directory.  [default: .]",
    )(command)


@click.group()
def baseline() -> None:
    """Live with findings: .reviewbot-baseline.toml names them, each with its reason.

    Review, Action and sweep do not report what it accepts, and list it apart. In CI it is read from the base
    commit, so that no change can accept its own findings.
    """


@baseline.command()
@click.argument("reports", metavar="[REPORT.json...]", nargs=-1, type=_REPORT)
@click.option("--reason", required=True, metavar="TEXT", help="Why these findings are accepted.")
@click.option("--owner", default="", metavar="WHO", help="Who answers for it.")
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The last day it counts."
)
@_repo
def write(reports: Sequence[Path], reason: str, owner: str, expires: datetime | None, repo: Path) -> int:
    """Accept all findings of JSON reports, or of a static sweep of what is committed.

    What is in the file already stays as it is.
    """
    until = _until(expires)
    if not reason.strip():
        raise UsageError("--reason is empty", "say in a few words why these findings are accepted")
    place = accepting.place_of(repo)
    known = accepting.load(place)
    found = [finding for report in _reports(reports, place.parent) for finding in report.findings]
    # What a change does to its own review is told of in every change.
    entries = [
        entry_of(finding, reason.strip(), owner.strip(), until)
        for finding in found
        if BY not in finding.sources
    ]
    more = known.with_more(entries)
    new = more.without(known.entries)
    if new.entries:
        accepting.save(more, place)
    accepted = f"{count(len(new.entries), 'finding')} accepted in {place.name}, {len(more.entries):,} in all"
    _tell(accepted, new.entries)
    _tell_expired(known, found)
    return 0


@baseline.command()
@click.argument("report", metavar="[REPORT.json]", required=False, type=_REPORT)
@_repo
def check(report: Path | None, repo: Path) -> int:
    """Exit 1 if entries have expired, or name findings that a sweep does not find any more.

    REPORT.json is of a sweep; without it a static sweep is made, which cannot judge what only a model saw.
    """
    place = accepting.place_of(repo)
    known = accepting.load(place)
    judged = _judged(known, report, place.parent)
    _tell(f"{place.name} accepts {count(len(known.entries), 'finding')}{_summary(judged)}")
    _tell_each(judged)
    if not _stale(judged):
        return 0
    _tell("To remove them: reviewbot baseline prune. To accept one for longer, change its `expires`.")
    return _STALE


@baseline.command()
@click.argument("report", metavar="[REPORT.json]", required=False, type=_REPORT)
@_repo
def prune(report: Path | None, repo: Path) -> int:
    """Remove the entries that `check` complains of."""
    place = accepting.place_of(repo)
    known = accepting.load(place)
    judged = _judged(known, report, place.parent)
    left = known.without(_stale(judged))
    if left != known:
        accepting.save(left, place)
    removed = len(known.entries) - len(left.entries)
    _tell(f"{removed:,} removed from {place.name}, {len(left.entries):,} left")
    _tell_each(judged)
    return 0


def _until(expires: datetime | None) -> date | None:
    until = expires.date() if expires else None
    if until and until < today():
        raise UsageError(f"--expires {until} is over", "give a day to come, or none")
    return until


def _judged(known: Baseline, stored: Path | None, repo: Path) -> Judgement:
    """What a sweep says of the entries; nothing has to be read where there are none."""
    if not known.entries:
        return Judgement()
    (report,) = _reports([stored] if stored else [], repo)
    if not report.target.is_everything:
        part = "part of a sweep" if report.target.kind == "sweep" else report.target.kind
        raise UsageError(
            f"the report is of a {part}, which cannot tell what is gone",
            "give the JSON report of a sweep of everything, or none",
        )
    if report.verdict is Verdict.INCOMPLETE:
        note("the sweep is incomplete; of files that were not read nothing is called gone")
    return judge(report, known, today())


def _reports(stored: Sequence[Path], repo: Path) -> Iterable[Report]:
    return [_stored(file) for file in stored] if stored else [_swept(repo)]


def _stored(file: Path) -> Report:
    try:
        blob = file.read_bytes()
    except OSError as error:
        raise UsageError(
            f"cannot read {file}: {error.strerror}",
            "make it with: reviewbot sweep --format json --output FILE",
        ) from error
    report = read_report(blob)
    if report.target.repositories:
        raise UsageError(
            f"{file} is about several repositories, whose findings have other names there",
            "give the report on this one: reviewbot sweep --reports DIR writes one for each",
        )
    return report


def _swept(repo: Path) -> Report:
    tree = with_believed_marks(tree_at(repo))
    settings = settings_with({"engine": "static"}, trusted_files(tree.target, repo))
    return read(everything_in(tree), settings, os.environ)


def _stale(judged: Judgement) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys((*judged.expired, *judged.vanished)))


def _summary(judged: Judgement) -> str:
    counted = ((len(judged.expired), "expired"), (len(judged.vanished), "gone"))
    return "".join(f", {number:,} {word}" for number, word in counted if number)


def _tell_each(judged: Judgement) -> None:
    for word, entries in (("expired", judged.expired), ("gone", judged.vanished)):
        _tell("", entries, word)


def _tell_expired(known: Baseline, found: Iterable[Finding]) -> None:
    """Say which findings are reported all the same, since writing leaves old entries as they are."""
    entries = filter(None, map(known.find, found))
    if over := tuple(dict.fromkeys(entry for entry in entries if entry.is_expired(today()))):
        _tell("Found too, and expired; to accept it for longer, change its `expires`:", over)


def _tell(sentence: str, entries: Iterable[Entry] = (), word: str = "") -> None:
    """Say a sentence and name entries, a line each."""
    named = [" ".join(filter(None, (word, e.path, e.cwe, f"{e.title}: {e.terms}"))) for e in entries]
    lines = [*([sentence] if sentence else []), *(f"  {escape.line(text)}" for text in named)]
    put("".join(f"{line}\n" for line in lines), sys.stdout)
