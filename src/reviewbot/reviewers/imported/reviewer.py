"""A scanner's log as a reviewer: its results on lines that the change brings are claims."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reviewbot.chunks import Chunk
from reviewbot.findings import MASK, mask, normalise
from reviewbot.review import Redaction, Review, Unread
from reviewbot.reviewers.imported.addresses import root_of
from reviewbot.reviewers.imported.logs import Scan
from reviewbot.reviewers.imported.results import Result
from reviewbot.reviewers.static.passages import Hit, Passage, claim
from reviewbot.reviewers.static.reviewer import StaticReviewer

_CREDENTIALS: Final = frozenset({"CWE-798", "CWE-259", "CWE-321"})
"""Weaknesses whose line holds a secret."""
_VALUE: Final = re.compile(r"\"((?:\\.|[^\"\\])+)\"|'((?:\\.|[^'\\])+)'|`([^`]+)`|[=:]\s*([^\s\"'`]+)")
_SHORTEST_VALUE: Final = 4


@dataclass(slots=True)
class ImportReviewer:
    """Hands out what one scanner has found; `scans` are all its runs, in one log or several.

    `claimed` counts what was handed out so far.
    """

    tool: str
    scans: tuple[Scan, ...]
    claimed: int = field(default=0, init=False)

    @property
    def name(self) -> str:
        """Who reads, as it stands in reports."""
        return f"import/{self.tool}"

    async def review(self, chunks: Sequence[Chunk]) -> AsyncIterator[Review | Unread]:
        """Yield one outcome for each chunk: unread where the scanner itself did not come to the end."""
        log = _Log.of(self.name, self.scans, frozenset(chunk.path for chunk in chunks))
        async for outcome in StaticReviewer(log).review(chunks):
            self.claimed += len(outcome.claims)
            yield _judged(outcome, log.trouble(outcome.chunk.path))

    def notes(self) -> tuple[str, ...]:
        """What became of the log, for people; complete once the review is over."""
        return account(self.name, self.scans, self.claimed)


def account(name: str, scans: Iterable[Scan], claimed: int) -> tuple[str, ...]:
    """What became of all that a scanner has written, if so many results were handed out."""
    scans = tuple(scans)
    results = sum(len(scan.results) for scan in scans)
    omitted = sum((Counter(scan.omitted) for scan in scans), start=Counter())
    parts = [f"{claimed:,} on lines under review", f"{results - claimed:,} elsewhere"]
    parts += [f"{count:,} {reason}" for reason, count in sorted(omitted.items())]
    told = f"Results of {name}: {', '.join(parts)}."
    complaints = [words for scan in scans for words in scan.complaints]
    if not complaints:
        return (told,)
    return told, f"{name} reports trouble of its own ({len(complaints):,}): {complaints[0]}"


def join(scans: Iterable[Scan]) -> tuple[ImportReviewer, ...]:
    """One reviewer for each scanner, however many logs it has written."""
    by_tool: dict[str, list[Scan]] = {}
    for scan in scans:
        by_tool.setdefault(scan.tool, []).append(scan)
    return tuple(ImportReviewer(tool, tuple(its)) for tool, its in by_tool.items())


@dataclass(frozen=True, slots=True)
class _Log:
    """Detects what a scanner has detected before: results, and files it had trouble with, by changed path."""

    name: str
    found: Mapping[str, Sequence[Result]]
    unread: Mapping[str, str]
    failure: str

    @classmethod
    def of(cls, name: str, scans: Sequence[Scan], changed: Collection[str]) -> "_Log":
        """The scans as far as they are about changed files."""
        found: dict[str, list[Result]] = {}
        unread: dict[str, str] = {}
        for scan in scans:
            root = root_of((*(result.path for result in scan.results), *scan.unread), changed)
            for result in scan.results:
                found.setdefault(result.path.removeprefix(root), []).append(result)
            unread |= {path.removeprefix(root): words for path, words in scan.unread.items()}
            unread |= {path: words for words in scan.complaints for path in changed if path in words}
        return cls(name, found, unread, next((scan.failure for scan in scans if scan.failure), ""))

    def trouble(self, path: str) -> str:
        """Why the scanner may have missed something in a file, "" if nothing speaks for it."""
        words = self.unread.get(path)
        return self.failure or (f"it had trouble with the file: {words}" if words else "")

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the protocol asks by language
        """Whatever the scanner reads."""
        return True

    def detect(self, texts: Sequence[Passage]) -> Iterator[Sequence[Hit]]:
        """The results that point into each passage."""
        for passage in texts:
            there = self.found.get(passage.path, ())
            yield [_hit(one, self.name, passage) for one in there if passage.start <= one.line <= passage.end]


def _hit(result: Result, by: str, passage: Passage) -> Hit:
    line, weakness = passage.line(result.line), result.weakness
    quote = line if _agrees(result.snippet, line) else result.snippet
    last = min(result.last, passage.end)
    if weakness.cwe not in _CREDENTIALS:
        return Hit(replace(claim(weakness, by, quote, result.line), fix=weakness.fix or None), last)
    # Scanners like to repeat the password that they have found.
    values = {next(filter(None, match)) for match in _VALUE.findall(line)}
    values = {value for value in values if len(value) >= _SHORTEST_VALUE}
    hidden = replace(
        weakness, explanation=mask(weakness.explanation, values), title=mask(weakness.title, values)
    )
    # The line alone is covered: what a stranger takes for a secret must not blacken the rest of a report.
    redaction = Redaction(result.line, mask(line, values) if values else MASK, ())
    return Hit(replace(claim(hidden, by, quote, result.line), fix=None), last, (redaction,))


def _agrees(snippet: str, line: str) -> bool:
    """Whether the scanner saw this line; else what it saw decides where its result belongs, if anywhere."""
    seen, there = normalise(snippet), normalise(line)
    return seen in there


def _judged(outcome: Review | Unread, reason: str) -> Review | Unread:
    """The outcome as it counts; what was found is kept either way."""
    if isinstance(outcome, Unread) or not reason:
        return outcome
    return Unread(outcome.chunk, outcome.by, reason, claims=outcome.claims, redactions=outcome.redactions)
