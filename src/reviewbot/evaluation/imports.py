"""Logs that other scanners wrote about a folder of cases: what they say of a change joins its review."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from reviewbot.evaluation.cases import Case, Tree, Twin
from reviewbot.reviewers.imported import ImportReviewer, Result, Scan, account, join

Home = tuple[str, str]
"""The name of a case, and the folder of one of its changes."""


class Imports:
    """The logs, and what became of them."""

    def __init__(self, scans: Iterable[Scan], cases: Iterable[Case]) -> None:
        self._scans = tuple(scans)
        self._trees: Mapping[Home, Tree] = {
            (case.name, twin.value): tree for case in cases for twin, tree in case.trees.items()
        }
        self._parts = [_parts(scan, self._trees) for scan in self._scans]
        self._made: list[ImportReviewer] = []

    def scanners(self, case: Case, twin: Twin) -> tuple[ImportReviewer, ...]:
        """Everybody who has written a log, with what they say of this change: often nothing."""
        made = join(parts[case.name, twin.value] for parts in self._parts)
        self._made += made
        return made

    def notes(self) -> tuple[str, ...]:
        """What became of the logs, for people; complete once all reviews are over."""
        claimed: Counter[str] = Counter()
        for scanner in self._made:
            claimed[scanner.name] += scanner.claimed
        return tuple(
            note
            for scanner in join(self._scans)
            for note in account(scanner.name, scanner.scans, claimed[scanner.name])
        )


def _parts(scan: Scan, trees: Mapping[Home, Tree]) -> dict[Home, Scan]:
    """A scan as one of each change, with paths as its review knows them; what is elsewhere is in none."""
    results: defaultdict[Home, list[Result]] = defaultdict(list)
    unread: defaultdict[Home, dict[str, str]] = defaultdict(dict)
    for result in scan.results:
        for home, path in _places(result.path, trees):
            results[home].append(replace(result, path=path))
    for troubled, words in scan.unread.items():
        for home, path in _places(troubled, trees):
            unread[home][path] = words
    return {
        home: replace(
            scan,
            results=tuple(results[home]),
            omitted={},
            unread=unread[home],
            complaints=tuple(words for words in scan.complaints if f"{'/'.join(home)}/" in words),
        )
        for home in trees
    }


def _places(path: str, trees: Mapping[Home, Tree]) -> Iterator[tuple[Home, str]]:
    """The change that a path leads into, and the file there: one or none.

    Whatever stands before them is skipped, be it nothing, the folder of the cases or that of a machine.
    """
    parts = path.split("/")
    splits = (((parts[at], parts[at + 1]), "/".join(parts[at + 2 :])) for at in range(len(parts) - 2))
    yield from islice(((home, inner) for home, inner in splits if inner in trees.get(home, ())), 1)
