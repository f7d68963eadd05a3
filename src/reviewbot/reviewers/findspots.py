"""Where secrets are looked for before anything is sent, and the parts of lines in which they are found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from reviewbot.chunks import Chunk
from reviewbot.chunks.visible import visible
from reviewbot.diff import FileChange
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.secrets import Secret, encoded

_AROUND: Final = 100
"""Bytes on each side of a value that are kept: 25 characters at least."""

_KEY_LINE: Final = re.compile(r"-----(?:BEGIN|END)[^-\n]{0,60}-----")
_LINE_END: Final = re.compile(r"\r?\n|\\r\\n|\\n")
_BODY: Final = re.compile(r"[A-Za-z0-9+/]{8,}={0,2}")
_REMNANT: Final = re.compile(r"[A-Za-z0-9+/]{1,7}={0,2}")
_RELATED: Final = "> "
_CUT: Final = re.compile(r", line \d+, characters \d+-\d+ of \d+\)$")


class Findspot(NamedTuple):
    """A secret value, or a line of one, with what stands before and behind it on its line.

    It is `known` if nobody has to guess whether it is a value or a word.
    """

    kind: str
    value: str
    before: str = ""
    after: str = ""
    known: bool = False


def passages_of(chunks: Sequence[Chunk]) -> Iterator[Passage]:
    """Everything that chunks show, as plain code: both sides of each file, code of others, and all paths."""
    files = {id(chunk.file): chunk for chunk in chunks if chunk.file}
    for chunk in (*files.values(), *(chunk for chunk in chunks if not chunk.file)):
        for lines in _sides(chunk.file) if chunk.file else _shown_sides(chunk):
            yield Passage(chunk.path, chunk.language, 1, tuple(lines), complete=False)
    related = (line for chunk in chunks if f"\n{_RELATED}" in chunk.text for line in chunk.text.split("\n"))
    paths = dict.fromkeys(visible(chunk.path) for chunk in chunks)
    for lines in ([line.removeprefix(_RELATED) for line in related if line.startswith(_RELATED)], paths):
        yield Passage("", "", 1, tuple(lines), complete=False)


def findspots(passage: Passage, secrets: Iterable[Secret]) -> Iterator[Findspot]:
    """The parts of lines that secrets take up; of a key, each line of its body by itself too."""
    text = encoded(passage)
    starts = list(accumulate((len(line) + 1 for line in text.split(b"\n")), initial=0))
    for secret in secrets:
        kind = re.sub(r"[^a-z0-9]+", "-", secret.kind.lower()).strip("-")
        value = text[secret.start : secret.end].decode(errors="replace")
        if "\n" in value or _KEY_LINE.match(value):
            yield from (Findspot(kind, *part) for part in _parts(value))
        if "\n" not in value:
            line = bisect_right(starts, secret.start) - 1
            before = text[max(starts[line], secret.start - _AROUND) : secret.start]
            after = text[secret.end : min(starts[line + 1] - 1, secret.end + _AROUND)]
            yield Findspot(kind, value, before.decode(errors="replace"), after.decode(errors="replace"))


def cut_values(chunk: Chunk, values: Iterable[tuple[str, str]], shortest: int) -> Iterator[Findspot]:
    """What a chunk that holds a part of one line shows of values, given with their kinds, cut by its ends."""
    if not _CUT.search(chunk.text.partition("\n")[0]) or len(chunk.rows) != 1:
        return
    text = chunk.rows[0].text
    for value, kind in values:
        sizes = range(min(len(value), len(text)) - 1, shortest - 1, -1)
        if size := next((n for n in sizes if text.endswith(value[:n])), 0):
            yield Findspot(kind, text[-size:], before=text[:-size][-_AROUND:])
        if size := next((n for n in sizes if text.startswith(value[-n:])), 0):
            yield Findspot(kind, text[:size], after=text[size:][:_AROUND])


def _parts(value: str) -> Iterator[tuple[str, str]]:
    """The lines of a value, each with its indentation; of a key only its body, however that is wrapped."""
    is_key = _KEY_LINE.match(value)
    for line in _LINE_END.split(_KEY_LINE.sub("\n", value)):
        bodies = _BODY.findall(line) if is_key else []
        yield from ((body, "") for body in bodies)
        code = line.strip()
        if code and (not is_key or (not bodies and _REMNANT.fullmatch(code))):
            yield code, line[: -len(line.lstrip())]


def _sides(file: FileChange) -> Iterator[Iterable[str]]:
    """The known lines of the new side, then those of the old one where it had any of its own."""
    yield from (excerpt.lines for excerpt in file.excerpts)
    if not any(edit.removed for edit in file.edits):
        return
    known = [pair for excerpt in file.excerpts for pair in enumerate(excerpt.lines, excerpt.start)]
    old: list[str] = []
    at = 0
    for edit in file.edits:
        stop = bisect_right(known, edit.new_start - 1, at, key=lambda pair: pair[0])
        old += (line for _, line in known[at:stop])
        old += edit.removed
        at = bisect_right(known, edit.new_start + edit.added - 1, stop, key=lambda pair: pair[0])
    yield [*old, *(line for _, line in known[at:])]


def _shown_sides(chunk: Chunk) -> Iterator[Iterable[str]]:
    rows = (*chunk.context, *chunk.rows)
    for sign in "+-":
        yield [row.text for row in rows if row.sign in (" ", sign)]
