"""Our own rules: patterns on trees, regular expressions on lines, and data followed to where it does harm."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reviewbot.diff import Library
from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable
from reviewbot.reviewers.static.rulebook import GRAMMARS, PLAIN, Rulebook, load
from reviewbot.reviewers.static.structure import parse, search, search_lines

if TYPE_CHECKING:
    from ast_grep_py import SgNode

    from reviewbot.reviewers.static.flow.following import Following


@dataclass(frozen=True)
class Rules:
    """Parses each passage once; all rules of its language run over the tree.

    `library` are the files around the change, in which functions are looked up that it calls.
    """

    library: Library | None = field(default=None, repr=False)
    name: str = "static/rules"

    def speaks(self, language: str) -> bool:
        """The languages that rules are written for."""
        return language in GRAMMARS or language in PLAIN

    @cached_property
    def book(self) -> Rulebook:
        """The rules, read at the first need."""
        return load()

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit] | Unreadable]:
        """One outcome for each passage. All are read before the first is told of: data goes from file to file."""
        following = self._following(texts)
        outcomes = [self._read(at, passage, following) for at, passage in enumerate(texts)]
        for at, found in following.hits():
            outcome = outcomes[at]
            if not isinstance(outcome, Unreadable):
                outcome.append(found)
        return outcomes

    def _following(self, texts: Sequence[Passage]) -> "Following":
        from reviewbot.reviewers.static.flow.following import Following  # noqa: PLC0415 - only where code is read

        return Following(self.book, texts, self.library, self.name)

    def _read(self, at: int, passage: Passage, following: "Following") -> list[Hit] | Unreadable:
        root = parse(passage)
        if isinstance(root, Unreadable):
            return root
        found = list(self._search(root, passage))
        if root is not None and (reason := following.read(at, root)):
            return Unreadable(reason)
        return found

    def _search(self, root: "SgNode | None", passage: Passage) -> Iterator[Hit]:
        if root is not None:
            yield from search(root, passage, self.book, self.name)
        yield from search_lines(passage, self.book, self.name)
