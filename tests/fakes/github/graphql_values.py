"""What GraphQL fields are made of, and where most of them come from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fakes.github.answers import Call


class QueryError(Exception):
    """An error in the way that GraphQL tells one: with status 200, in `errors`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class SchemaError(Exception):
    """A document that GitHub's schema does not allow: an error in whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a bot."""

    login: str
    bot: bool


@dataclass(frozen=True, slots=True)
class Commit:
    oid: str


@dataclass(frozen=True, slots=True)
class Ref:
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """A connection's page."""

    rows: Sequence[Any]
    first: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a mutation gives; `client` is the id that came with it."""

    thing: Any
    client: str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """One field with its arguments, asked by somebody."""

    call: Call
    arguments: Mapping[str, Any]


Resolve = Callable[[Any, Asking], Any]


def plain(name: str) -> Resolve:
    return lambda thing, _: getattr(thing, name)


def connection(name: str) -> Resolve:
    """Rows by cursor; a page size is required, and at most 100."""

    def resolve(thing: Any, asking: Asking) -> Page:  # noqa: ANN401 - any of the types
        rows, given = list(getattr(thing, name)), asking.arguments
        size = given.get("first") or given.get("last")
        if not size:
            text = "You must provide a `first` or `last` value to properly paginate the connection."
            raise QueryError("MISSING_PAGINATION_BOUNDARIES", text)
        if size > asking.call.world.limits.per_page:
            text = f"Requesting {size} records on the connection exceeds the limit of 100 records."
            raise QueryError("EXCESSIVE_PAGINATION", text)
        end = int(given["before"]) - 1 if given.get("before") else len(rows)
        start = int(given["after"]) if given.get("after") else 0
        if given.get("first"):
            end = min(end, start + size)
        else:
            start = max(start, end - size)
        return Page(rows[start:end], start + 1, end, len(rows))

    return resolve


def actor(name: str) -> Resolve:
    def resolve(thing: Any, _: Asking) -> Actor | None:  # noqa: ANN401 - any of the types
        login: str | None = getattr(thing, name)
        return _named(login) if login else None

    return resolve


def _named(login: str) -> Actor:
    """GraphQL leaves out a bot's suffix, except when the bot asks who it is."""
    return Actor(login.removesuffix("[bot]"), login.endswith("[bot]"))


def viewer(_: object, asking: Asking) -> Actor:
    login = asking.call.login
    return Actor(login, login.endswith("[bot]"))


def web(thing: Any, asking: Asking) -> str:  # noqa: ANN401 - any of the types
    link: str = thing.json(asking.call.root)["html_url"]
    return link


def wrote(thing: Any, asking: Asking) -> bool:  # noqa: ANN401 - any of the types
    author: str = thing.author
    return author == asking.call.login
