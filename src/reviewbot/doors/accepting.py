"""The baseline that a door believes, and the file that people keep it in."""

from pathlib import Path
from typing import Final

from reviewbot.baseline import FILE, NOTHING_ACCEPTED, Baseline, read_baseline, render_baseline
from reviewbot.doors.selection import Files, own_file
from reviewbot.errors import UsageError
from reviewbot.sinks.output import write
from reviewbot.sources.repository import top

_NO_LINK: Final = "put the file itself there: a link may lead out of the repository"


def baseline_of(files: Files) -> Baseline:
    """What the trusted files of a repository accept.

    Raises:
        UsageError: the baseline is not of its form.
    """
    blob = files(FILE)
    return NOTHING_ACCEPTED if blob is None else read_baseline(blob)


def place_of(repo: Path) -> Path:
    """The file of a repository's working tree, or of a plain directory, whether it is there or not.

    Raises:
        UsageError: there is no such directory, or the file is a symbolic link.
    """
    if not repo.is_dir():
        raise UsageError(f"there is no directory {str(repo)!r}", "give --repo the repository")
    place = (top(repo) or repo) / FILE
    if place.is_symlink():
        raise UsageError(f"{place} is a symbolic link", _NO_LINK)
    return place


def load(place: Path) -> Baseline:
    """What the file accepts, nothing if there is none.

    Raises:
        UsageError: it is not of its form.
    """
    return baseline_of(lambda _: own_file(place))


def save(baseline: Baseline, place: Path) -> None:
    """Write the file; nothing is written that could not be read back.

    Raises:
        UsageError: a text is too long.
        SinkError: it cannot be written.
    """
    text = render_baseline(baseline)
    read_baseline(text.encode())
    write(text, place)
