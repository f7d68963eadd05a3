"""Reads lists to their end, wherever a server says that it is."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import TypeAdapter

from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.needs import Need
from reviewbot.forge.payloads import Payload

P = TypeVar("P", bound=Payload)

_MOST_PAGES = 1_000


def rows(
    calls: Calls,
    path: str,
    need: Need,
    kind: type[P],
    per_page: int = 100,
    which: Mapping[str, object] | None = None,
) -> Iterator[P]:
    """All rows of a list, page by page. A page that is not full is the last only if no next one is announced.

    `which` are words of the query that choose rows.

    Raises:
        ForgeError: a page cannot be had, or the list has no end.
    """
    adapter: TypeAdapter[list[P]] = TypeAdapter(list[kind])  # type: ignore[valid-type] # a class as argument

    def read(answer: Answer) -> tuple[list[P], bool]:
        return adapter.validate_python(answer.data), 'rel="next"' in answer.headers.get("link", "")

    before: list[P] = []
    for number in range(1, _MOST_PAGES):
        query = {**(which or {}), "per_page": per_page, "page": number}
        page, more = calls.repeat(Ask("GET", path, need, read, query))
        if page and page == before:  # PyGithub follows a move within the host, and loses the page's number
            break
        yield from page
        if not page or (len(page) < per_page and not more):
            return
        before = page
    raise calls.judge.unreadable(need, "a list without an end")
