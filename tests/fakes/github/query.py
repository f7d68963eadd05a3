"""Reading a GraphQL document: as much of the language as a client of GitHub's needs."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(r'\s+|,|#[^\n]*|("(?:[^"\\]|\\.)*"|\.\.\.|-?\d+|\$?\w+|[{}()\[\]:=!@])')


class UnreadableError(ValueError):
    """A document that is no GraphQL, or more of it than this reads."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable where a value may stand."""

    name: str


@dataclass(frozen=True, slots=True)
class Selected:
    """A field that is asked for; `on` is the type of the fragment it stands in."""

    name: str
    alias: str
    arguments: Mapping[str, Any]
    fields: tuple["Selected", ...]
    on: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One operation; `variables` are the declared ones, with whether they are required."""

    mutation: bool
    variables: Mapping[str, bool]
    fields: tuple[Selected, ...]


def parse(text: str) -> Document:
    """Read a document.

    Raises:
        UnreadableError: It is none.
    """
    return _Reader(_tokens(text)).document()


def is_mutation(text: str) -> bool:
    """Whether a document changes something; an unreadable one does not."""
    try:
        return parse(text).mutation
    except UnreadableError:
        return False


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadableError(f'Unexpected character "{text[at]}"')
        found += [match[1]] if match[1] else []
        at = match.end()
    return [*found, ""]


@dataclass(slots=True)
class _Reader:
    tokens: list[str]
    at: int = field(default=0)

    @property
    def next(self) -> str:
        return self.tokens[self.at]

    def take(self, wanted: str = "") -> str:
        token = self.next
        if not token or (wanted and token != wanted):
            raise UnreadableError(f'Expected {wanted or "something"}, got "{token or "end of document"}"')
        self.at += 1
        return token

    def skip(self, token: str) -> bool:
        found = self.next == token
        self.at += found
        return found

    def document(self) -> Document:
        kind = self.take() if self.next in {"query", "mutation"} else "query"
        if self.next not in {"(", "{"}:
            self.take()
        found = Document(kind == "mutation", self.variables(), self.selection())
        if self.next:
            raise UnreadableError(f'Unexpected "{self.next}" after the operation')
        return found

    def variables(self) -> dict[str, bool]:
        found: dict[str, bool] = {}
        if not self.skip("("):
            return found
        while not self.skip(")"):
            name = self.take().removeprefix("$")
            self.take(":")
            required = self.type()
            if self.skip("="):
                self.value()
                required = False
            found[name] = required
        return found

    def type(self) -> bool:
        """Whether the type ends in an exclamation mark."""
        if self.skip("["):
            self.type()
            self.take("]")
        else:
            self.take()
        return self.skip("!")

    def selection(self, on: str = "") -> tuple[Selected, ...]:
        self.take("{")
        found: list[Selected] = []
        while not self.skip("}"):
            if self.skip("..."):
                self.take("on")
                found += self.selection(self.take())
            else:
                found.append(self.field(on))
        return tuple(found)

    def field(self, on: str) -> Selected:
        alias = name = self.take()
        if self.skip(":"):
            name = self.take()
        arguments = {}
        if self.skip("("):
            while not self.skip(")"):
                key = self.take()
                self.take(":")
                arguments[key] = self.value()
        fields = self.selection() if self.next == "{" else ()
        return Selected(name, alias, arguments, fields, on)

    def value(self) -> Any:  # noqa: ANN401 - JSON
        token = self.take()
        if token == "{":
            found = {}
            while not self.skip("}"):
                key = self.take()
                self.take(":")
                found[key] = self.value()
            return found
        if token == "[":
            items = []
            while not self.skip("]"):
                items.append(self.value())
            return items
        if token.startswith("$"):
            return Variable(token[1:])
        if token.startswith('"') or re.fullmatch(r"-?\d+|true|false|null", token):
            return json.loads(token)
        return token
