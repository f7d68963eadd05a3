"""What detectors read, and what they say of it."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reviewbot.chunks import Chunk
from reviewbot.diff import FileChange, Status
from reviewbot.findings import Claim, Confidence, Severity
from reviewbot.review import Redaction
from reviewbot.spans import Side, Span

UNPARSED: Final = "does not parse"
TOO_LARGE: Final = "too large"
PARTIAL: Final = "only part of the file is known"


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive lines of the new side of a file; the first of them is numbered `start`.

    A file that is known as a whole is one passage, of a bare diff each excerpt is one: so the numbers that a
    hostile diff claims for its lines never decide how much there is to read.
    """

    path: str
    language: str
    start: int
    lines: tuple[str, ...]
    complete: bool
    changed: tuple[tuple[int, int], ...] = ()
    """First and last of the lines that the change is about, ascending; () for all."""
    file: FileChange | None = field(default=None, repr=False, compare=False)

    @property
    def before(self) -> tuple[str, ...] | None:
        """The lines of the old side, None if they are not known or there was no such file."""
        if self.file is None or not self.complete or self.file.status is Status.ADDED:
            return None
        return old_lines(self.file)

    def is_changed(self, first: int, last: int) -> bool:
        """Whether the change is about one of some lines."""
        return not self.changed or first_touching(self.changed, first, last) is not None

    @property
    def end(self) -> int:
        """The number of the last line."""
        return self.start + len(self.lines) - 1

    @property
    def text(self) -> str:
        """The lines, each with its LF."""
        return "\n".join((*self.lines, ""))

    def line(self, number: int) -> str:
        """The text of the line that has this number in the file."""
        return self.lines[number - self.start]


@dataclass(frozen=True, slots=True)
class Weakness:
    """What there is to say of one kind of defect, wherever it stands."""

    cwe: str
    severity: Severity
    confidence: Confidence
    title: str
    explanation: str
    fix: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim, the last line of the code that it speaks of, and the lines that no report may show as is."""

    claim: Claim
    last: int
    redactions: tuple[Redaction, ...] = ()
    introduced: bool = False
    """The change brought it in, though on a line that it left as it was."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A passage that a detector could not read to its end, why, and what it found all the same."""

    reason: str
    hits: tuple[Hit, ...] = ()


class CrowdedError(Exception):
    """A passage has more of something than can be compared in bounded time; the message says of what."""


def is_final(reason: str) -> bool:
    """Whether a reason for not reading lies in the file, so that to read it again would bring the same."""
    return any(words in reason for words in (UNPARSED, TOO_LARGE, PARTIAL))


def hit(weakness: Weakness, by: str, passage: Passage, first: int, last: int) -> Hit:
    """The claim that this passage has this weakness on these lines; it quotes the first."""
    return Hit(claim(weakness, by, passage.line(first), first), last)


def claim(weakness: Weakness, by: str, quote: str, line: int) -> Claim:
    """A claim about one line of the new side."""
    return Claim(
        by=by,
        cwe=weakness.cwe,
        severity=weakness.severity,
        confidence=weakness.confidence,
        title=weakness.title,
        explanation=weakness.explanation,
        quote=quote,
        line=line,
        side=Side.NEW,
        fix=weakness.fix,
    )


def passages(file: FileChange, language: str, wanted: Iterable[Span]) -> Iterator[Passage]:
    """What is known of the new side, as far as it holds wanted lines."""
    runs = sorted({(span.start, span.end) for span in wanted})
    for excerpt in file.excerpts:
        if first_touching(runs, excerpt.start, excerpt.end) is not None:
            here = tuple(run for run in runs if run[0] <= excerpt.end and run[1] >= excerpt.start)
            yield Passage(file.path, language, excerpt.start, excerpt.lines, file.complete, here, file)


def old_lines(file: FileChange) -> tuple[str, ...]:
    """The old side of a file whose new side is known as a whole."""
    new = file.excerpts[0].lines if file.excerpts else ()
    old: list[str] = []
    at = 1
    for edit in file.edits:
        old += new[at - 1 : edit.new_start - 1]
        old += edit.removed
        at = edit.new_start + edit.added
    return (*old, *new[at - 1 :])


def first_touching(runs: Sequence[tuple[int, int]], first: int, last: int) -> int | None:
    """The index of the first of ascending, disjoint runs that has a line between `first` and `last`."""
    at = bisect.bisect_left(runs, first, key=lambda run: run[1])
    return at if at < len(runs) and runs[at][0] <= last else None


def new_lines(chunk: Chunk) -> tuple[Span, ...]:
    """The lines of the new side that the chunk answers for."""
    return tuple(span for span in chunk.holds if span.side is Side.NEW)


_TESTS = re.compile(
    r"(^|/)(tests?|__tests__|specs?|testdata|fixtures?|mocks?|__mocks__|examples?|samples?)/"
    r"|(^|/)(test_|conftest\.)[^/]*$|[._-](test|tests|spec)\.\w+$",
    re.IGNORECASE,
)


_COPIES = re.compile(
    r"(^|/)(dist|build|out|public/(assets|build|js/vendor)|vendors?|lib/vendor|assets/vendor)/", re.IGNORECASE
)


def demoted(found: Hit, path: str) -> Hit:
    """A hit, less sure by one step in tests, examples and copies of what others wrote; never silenced."""
    if not is_test(path) and not _COPIES.search(path):
        return found
    sure = Confidence(max(found.claim.confidence - 1, Confidence.LOW))
    return replace(found, claim=replace(found.claim, confidence=sure))


def is_test(path: str) -> bool:
    """Whether a path by its name holds tests, examples or their data."""
    return _TESTS.search(path) is not None
