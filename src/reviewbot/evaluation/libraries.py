"""The files around a change, for a desk that many reviews share."""

from collections.abc import Iterator
from contextvars import ContextVar

from reviewbot.diff import Library
from reviewbot.errors import SourceError


class Libraries:
    """A library that is always that of the review which asks: each is a task, with a context of its own."""

    def __init__(self) -> None:
        self._open: ContextVar[Library | None] = ContextVar("library", default=None)

    def open(self, library: Library | None) -> None:
        """What the review that calls this, and all that it starts, is to find."""
        self._open.set(library)

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """What the library of this review finds.

        Raises:
            SourceError: as that does.
        """
        library = self._open.get()
        if library is None:
            raise SourceError("no library is open here", "this is a bug in reviewbot; please report it")
        return library.search(line, suffixes, near)
