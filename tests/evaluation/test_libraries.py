"""One desk for many reviews, each with the files around its own change."""

import asyncio
from collections.abc import Iterator

import pytest

from reviewbot.errors import SourceError
from reviewbot.evaluation.libraries import Libraries


class Shelf:
    """A library that finds one file."""

    def __init__(self, name: str) -> None:
        self.name = name

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        yield self.name, line + "".join(suffixes) + "".join(near)


def test_each_review_finds_its_own_files_in_its_threads_too() -> None:
    libraries = Libraries()

    async def review(name: str) -> list[tuple[str, str]]:
        libraries.open(Shelf(name))
        await asyncio.sleep(0)
        return await asyncio.to_thread(lambda: list(libraries.search("def f", frozenset({".py"}))))

    async def every() -> list[list[tuple[str, str]]]:
        return await asyncio.gather(*(review(name) for name in ("a", "b", "c")))

    assert asyncio.run(every()) == [[(name, "def f.py")] for name in ("a", "b", "c")]


def test_a_library_that_nobody_opened_is_an_error() -> None:
    with pytest.raises(SourceError, match="no library is open"):
        Libraries().search("def f", frozenset())
