"""Keeps secrets at home: what was found secret in a change is replaced in every text that is sent.

By value, not by name, so that no code around is ever rewritten; line for line, so that numbers stay true.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reviewbot.chunks import Chunk, Row
from reviewbot.chunks.visible import visible
from reviewbot.errors import ReviewerError
from reviewbot.findings import MASK
from reviewbot.review import Redaction
from reviewbot.reviewers.disguises import SHORTEST, Disguise, disguises, find_any, in_place, is_distinctive
from reviewbot.reviewers.findspots import Findspot, cut_values, findspots, passages_of
from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewbot.reviewers.static.secrets import Secret

MOST: Final = 50_000
"""So many different texts are looked for; the pattern for them takes two seconds to make."""
_MOST_DISGUISED: Final = 1_000
"""So many values are looked for in escaped and encoded forms too, which are about ten for each."""

_PLACEHOLDER: Final = re.compile(r"<SECRET:[a-z0-9-]+:\d+>")
_SECRET: Final = re.compile(
    r"(API_?KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL)S?$|^SECRET_", re.IGNORECASE
)
_KEY: Final = re.compile(r"KEYS?$", re.IGNORECASE)
"""A name that may as well be that of a key to sort by."""
_GUTTER: Final = re.compile(r"\d{1,9}[+ ]|-")
"""Number and sign of a line of code, which belong to no value."""
_LONG: Final = 16
"""Characters of a value of a variable that is no word, whatever it is made of."""
_PATHS: Final = ("/", "~", ".")
"""How the path of a file with a secret begins, which is none itself."""

Search = Callable[[Passage], Sequence[Secret] | Unreadable]
"""Finds the secret values of a passage. Blocks."""
LookUp = Callable[[Sequence[str], Chunk], str]
"""Finds code of elsewhere for a chunk: lines that begin with `> `."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A text that may be sent, and what its placeholders stand for."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict, repr=False)

    def restore(self, text: str) -> str:
        """Words about the covered text, as a quote, with the values in place of its placeholders."""
        return _PLACEHOLDER.sub(lambda mark: self.values.get(mark[0], mark[0]), text)


@dataclass(frozen=True, slots=True)
class _Known:
    """A pattern for all that gives a secret away, and the kind of each text that it finds."""

    pattern: re.Pattern[str] | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where secrets stand in a text of rows, and of what kind they are; what overlaps is one."""
        match = self.pattern.search(text) if self.pattern else None
        while self.pattern and match:
            start, end, kind = *match.span(), self.kinds[match[0]]
            match = self.pattern.search(text, start + 1)
            while match and match.start() < end:
                end = max(end, match.end())
                match = self.pattern.search(text, match.start() + 1)
            start = max(start, _begin(text, start))
            if start < end:
                yield start, end, kind


@dataclass(slots=True)
class Veil:
    """What is known to be secret. Learns first, then covers any number of texts.

    `search` looks at code; `environ` are variables of this machine, of which those count whose names tell of
    a secret, for keys never enter a request either.
    """

    search: Search
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    _kinds: dict[Disguise, str] = field(default_factory=dict, init=False, repr=False)
    _values: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _known: _Known = field(default_factory=_Known, init=False, repr=False)

    def __post_init__(self) -> None:
        given = (value for name, value in self.environ.items() if _tells_of_secret(name, value))
        lines = (line.strip() for value in given for line in value.split("\n"))
        self._add(
            Findspot("environment", line, known=True)
            for line in lines
            # `postgres` is a password on many a machine, and a word in many a program.
            if len(line) >= _LONG or is_distinctive(line)
        )

    def learn(self, chunks: Sequence[Chunk]) -> None:
        """Search all that chunks show, and the files that they are of. Blocks: about a second for many.

        Raises:
            ReviewerError: nobody knows what is secret, so nothing may be sent.
        """
        self._add(spot for passage in passages_of(chunks) for spot in self._search(passage))
        values = list(self._values.items())
        self._add(spot for chunk in chunks for spot in cut_values(chunk, values, SHORTEST))

    def learning(self, look_up: LookUp) -> LookUp:
        """The same look-up, searched before anyone sees what it found."""

        def searched(names: Sequence[str], chunk: Chunk) -> str:
            block = look_up(names, chunk)
            lines = tuple(line.removeprefix("> ") for line in block.split("\n"))
            self._add(self._search(Passage("", chunk.language, 1, lines, complete=False)))
            return block

        return searched

    def cover(self, text: str) -> Covered:
        """The text with a placeholder for each known value, numbered by kind in the order they stand."""
        marks: dict[str, str] = {}
        counts: Counter[str] = Counter()
        parts: list[str] = []
        done = 0
        for start, end, kind in self._known.find(text):
            value = text[start:end]
            while value not in marks:
                counts[kind] += 1
                mark = f"<SECRET:{kind}:{counts[kind]}>"
                # A placeholder that somebody wrote into the code must not come to stand for a value.
                if mark not in text:
                    marks[value] = mark
            parts += (text[done:start], marks[value])
            done = end
        return Covered("".join((*parts, text[done:])), {mark: value for value, mark in marks.items()})

    def leaks(self, text: str) -> bool:
        """Whether a known value stands in the text."""
        return self._known.pattern is not None and self._known.pattern.search(text) is not None

    def redactions(self, chunk: Chunk) -> tuple[Redaction, ...]:
        """The lines of a chunk that no report may show as they are."""
        if not self.leaks(chunk.text):
            return ()
        return tuple(filter(None, map(self._redacted, (*chunk.context, *chunk.rows))))

    def _redacted(self, row: Row) -> Redaction | None:
        line = visible(row.text)
        # With a sign in front, as rows have it: what a value shares with a gutter is not covered.
        covered = self.cover(f"-{line}")
        if not covered.values:
            return None
        shown = _PLACEHOLDER.sub(MASK, covered.text[1:])
        return Redaction(row.number, shown, tuple(covered.values.values()), row.side)

    def _search(self, passage: Passage) -> Iterator[Findspot]:
        found = self.search(passage) if any(passage.lines) else ()
        if isinstance(found, Unreadable):
            raise ReviewerError(f"nothing was sent: {found.reason}")
        return findspots(passage, found)

    def _add(self, spots: Iterable[Findspot]) -> None:
        before = len(self._kinds)
        for spot in dict.fromkeys(spots):
            for form in self._forms(spot):
                self._kinds.setdefault(form, spot.kind)
            if len(self._kinds) > MOST:
                raise ReviewerError(
                    "nothing was sent: the change holds more secret values than can be told apart"
                )
        if len(self._kinds) > before:
            texts = {form.text: kind for form, kind in self._kinds.items()}
            self._known = _Known(find_any(self._kinds), texts)

    def _forms(self, spot: Findspot) -> Iterable[Disguise]:
        """What gives a value away: anywhere, also in disguise, or only where it was found."""
        if not (spot.known or is_distinctive(spot.value)):
            return (in_place(spot.value, spot.before, spot.after),) if spot.value else ()
        self._values.setdefault(spot.value, spot.kind)
        if len(self._values) > _MOST_DISGUISED:
            return (Disguise(spot.value), Disguise(visible(spot.value)))
        return disguises(spot.value)


def _begin(text: str, at: int) -> int:
    """Where the line of code begins that is shown in this line."""
    start = text.rfind("\n", 0, at) + 1
    gutter = _GUTTER.match(text, start)
    return gutter.end() if gutter else start


def _tells_of_secret(name: str, value: str) -> bool:
    """Whether a variable of this name and value holds a secret."""
    if value.startswith(_PATHS):
        return False
    return _SECRET.search(name) is not None or (_KEY.search(name) is not None and is_distinctive(value))
