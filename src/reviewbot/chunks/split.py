"""One changed file, cut into chunks that own all its changed lines, or left out by a named gap."""

from collections.abc import Iterator

from reviewbot.chunks.chunk import Chunk, Counter, Limits
from reviewbot.chunks.context import Context
from reviewbot.chunks.heading import heading
from reviewbot.chunks.languages import language_of
from reviewbot.chunks.listing import Listing
from reviewbot.chunks.neighbours import Neighbours
from reviewbot.chunks.pack import Packer
from reviewbot.chunks.pieces import Cutter
from reviewbot.chunks.policy import skip
from reviewbot.chunks.ranges import ranges
from reviewbot.chunks.risk import Rank, risk
from reviewbot.chunks.shares import Shares
from reviewbot.chunks.survey import Survey
from reviewbot.diff import FileChange
from reviewbot.spans import Gap


def split(file: FileChange | Gap, limits: Limits, count: Counter, rank: Rank = risk) -> Iterator[Chunk | Gap]:
    """Give every changed line of a file to exactly one chunk or gap; a gap passes through.

    A file without changed lines, as after a pure rename, yields nothing.
    """
    gap = file if isinstance(file, Gap) else skip(file)
    if gap:
        yield gap
    elif isinstance(file, FileChange) and file.edits:
        yield from _chunks(file, limits, count, rank)


def _chunks(file: FileChange, limits: Limits, count: Counter, rank: Rank) -> Iterator[Chunk]:
    listing = Listing(file)
    language = language_of(file.path, _first_line(file))
    survey = Survey(listing, language.syntax)
    first = heading(file.path, language.label, count, limits.max_tokens // 4)
    shares = Shares.of(limits, first, count)
    cutter = Cutter(listing, survey, count, shares)
    neighbours = Neighbours(list(ranges(listing, survey.scopes, limits)), cutter)
    yield from Packer(file, language.label, first, shares, count, rank).chunks(
        neighbours, Context(listing, survey, cutter, count, shares.mark)
    )


def _first_line(file: FileChange) -> str:
    """Line 1, of the new side or of a deleted file."""
    if file.excerpts and file.excerpts[0].start == 1 and file.excerpts[0].lines:
        return file.excerpts[0].lines[0]
    return file.edits[0].removed[0] if file.edits[0].old_start == 1 and file.edits[0].removed else ""
