"""What is new, still open and gone since the last push, in sentences. Nothing is escaped here."""

from reviewbot.history import Progress
from reviewbot.report import Report, Verdict
from reviewbot.sinks import wording

PUSH = "push"
"""What lies between two reports of a pull request."""


def headline(report: Report, progress: Progress, since: str = PUSH) -> str:
    """The verdict in one sentence, with what has changed since the last push, or whatever lies between."""
    said = wording.headline(report)
    if not _is_later(progress):
        return said
    gone = _gone(progress, since)
    if report.verdict is Verdict.CLEAN:
        return "; ".join((said, *gone))
    if report.verdict is Verdict.INCOMPLETE:
        return f"{said} ({', '.join((*_present(progress), *gone))})"
    rest = ", ".join((*_present(progress)[bool(progress.new) :], *gone))
    if progress.new:
        new = f"{wording.count(len(progress.new), 'new finding')}: {wording.severities(progress.new)}"
        return "; ".join(filter(None, (new, rest)))
    open_ = f"{wording.count(len(progress.still_open), 'finding')} still open"
    return ", ".join((f"{open_}: {wording.severities(progress.still_open)}; none new", *gone))


def _is_later(progress: Progress) -> bool:
    return bool(progress.still_open or progress.fixed or progress.not_seen)


def _present(progress: Progress) -> list[str]:
    counted = ((len(progress.new), "new"), (len(progress.still_open), "still open"))
    return [f"{number} {word}" for number, word in counted if number]


def _gone(progress: Progress, since: str) -> list[str]:
    fixed = [f"{len(progress.fixed)} fixed since the last {since}"] if progress.fixed else []
    unsure = [f"{wording.count(len(progress.not_seen), 'earlier finding')} not checked again"]
    return fixed + (unsure if progress.not_seen else [])


def spent(usd: float | None, pushes: int) -> str:
    """What all pushes together have cost, "" at the first."""
    return f"{wording.money(usd)} in {pushes} pushes" if pushes > 1 else ""
