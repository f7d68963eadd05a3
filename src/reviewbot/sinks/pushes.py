"""What is new, still open and gone since the last push, in sentences. Nothing is escaped here."""

from reviewbot.history import Progress
from reviewbot.report import Report, Verdict
from reviewbot.sinks import wording

SINCE = "since the last push"


def headline(report: Report, progress: Progress) -> str:
    """The verdict in one sentence, with what has changed since the last push."""
    said = wording.headline(report)
    if not _is_later(progress):
        return said
    if report.verdict is Verdict.CLEAN:
        return "; ".join((said, *_gone(progress)))
    if report.verdict is Verdict.INCOMPLETE:
        return f"{said} ({', '.join((*_present(progress), *_gone(progress)))})"
    rest = ", ".join((*_present(progress)[bool(progress.new) :], *_gone(progress)))
    if progress.new:
        new = f"{wording.count(len(progress.new), 'new finding')}: {wording.severities(progress.new)}"
        return "; ".join(filter(None, (new, rest)))
    open_ = f"{wording.count(len(progress.still_open), 'finding')} still open"
    gone = "".join(f", {words}" for words in _gone(progress))
    return f"{open_}: {wording.severities(progress.still_open)}; none new{gone}"


def _is_later(progress: Progress) -> bool:
    return bool(progress.still_open or progress.fixed or progress.not_seen)


def _present(progress: Progress) -> list[str]:
    counted = ((len(progress.new), "new"), (len(progress.still_open), "still open"))
    return [f"{number} {word}" for number, word in counted if number]


def _gone(progress: Progress) -> list[str]:
    fixed = [f"{len(progress.fixed)} fixed {SINCE}"] if progress.fixed else []
    unsure = [f"{wording.count(len(progress.not_seen), 'earlier finding')} not checked again"]
    return fixed + (unsure if progress.not_seen else [])


def spent(usd: float | None, pushes: int) -> str:
    """What all pushes together have cost, "" at the first."""
    return f"{wording.money(usd)} in {pushes} pushes" if pushes > 1 else ""
