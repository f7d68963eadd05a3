"""What a route gets and gives."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from fakes.github.people import Token
    from fakes.github.pulls import Pull
    from fakes.github.repositories import Repository
    from fakes.github.world import World

_DOCS = "https://docs.github.com/rest"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer; `body` is JSON, or bytes that go as they are."""

    body: Any = None
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json; charset=utf-8"


class RefusedError(Exception):
    """A request that GitHub turns down, with GitHub's own words."""

    def __init__(
        self, status: int, message: str, errors: Sequence[Any] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        body: dict[str, Any] = {"message": message, "documentation_url": _DOCS, "status": str(status)}
        if errors:
            body["errors"] = list(errors)
        self.answer = Answer(body, status, headers or {})


def not_found() -> RefusedError:
    return RefusedError(404, "Not Found")


def lacking(token: "Token", needs: Sequence[str]) -> RefusedError:
    """A token that may not."""
    text = f"Resource not accessible by {'personal access token' if token.person else 'integration'}"
    accepted = "; ".join(need.replace(":", "=") for need in needs)
    return RefusedError(403, text, headers={"X-Accepted-GitHub-Permissions": accepted})


def invalid(resource: str, field_: str, code: str, message: str = "") -> RefusedError:
    """A 422 of the kind that names a field."""
    return RefusedError(422, "Validation Failed", [error(resource, field_, code, message)])


def error(resource: str, field_: str, code: str, message: str = "") -> dict[str, str]:
    """One entry of a 422's `errors`."""
    found = {"resource": resource, "code": code, "field": field_}
    return {**found, "message": message} if message else found


@dataclass(frozen=True, slots=True)
class Call:
    """One request on its way to its route. `root` is the address that it was sent to, for links."""

    world: "World"
    token: "Token | None"
    root: str
    path: str
    query: Mapping[str, str]
    accept: str
    body: Any
    names: Mapping[str, str]

    @property
    def login(self) -> str:
        return self.token.login if self.token else ""

    @property
    def repository(self) -> "Repository":
        try:
            return self.world.repositories[f"{self.names['owner']}/{self.names['repo']}".lower()]
        except KeyError:
            raise not_found() from None

    @property
    def pull(self) -> "Pull":
        found = self.repository.pulls.get(int(self.names["pull_number"]))
        if found is None:
            raise not_found()
        return found

    def wants(self, kind: str) -> bool:
        """Whether a media type of GitHub's (`diff`, `raw`, `object`) is asked for."""
        return bool(re.search(rf"application/vnd\.github\.(v3\.)?{kind}\b", self.accept))

    def number(self, name: str, usual: int) -> int:
        return max(1, int(self.query.get(name) or usual))

    def page(self, rows: Sequence[Any], usual: int = 30) -> tuple[Sequence[Any], dict[str, str]]:
        """The rows of the page that is asked for, and the Link header."""
        size = min(self.number("per_page", usual), self.world.limits.per_page)
        page, last = self.number("page", 1), max(1, -(-len(rows) // size))
        wanted = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
        shown = {name: at for name, at in wanted.items() if 1 <= at <= last and at != page}
        links = [f'<{self._page_url(at)}>; rel="{name}"' for name, at in shown.items()]
        return rows[(page - 1) * size : page * size], {"Link": ", ".join(links)} if links else {}

    def _page_url(self, page: int) -> str:
        return f"{self.root}{quote(self.path)}?{urlencode({**self.query, 'page': page})}"

    def listed(self, rows: Sequence[Any], show: Callable[[Any, str], Any]) -> Answer:
        """A page of rows, each as `show` shows it."""
        shown, headers = self.page(rows)
        return Answer([show(row, self.root) for row in shown], headers=headers)


@dataclass(frozen=True, slots=True)
class Route:
    """A path that is served. A token that is no person's needs one of `needs`; a person needs none.

    A name that ends in `+` in braces spans slashes.
    """

    method: str
    path: str
    act: Callable[[Call], Answer]
    needs: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The path as the description spells it."""
        return self.path.replace("+}", "}")

    def match(self, path: str) -> dict[str, str] | None:
        """The names in a path that is this route's, else None."""
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", re.sub(r"\{(\w+)\+\}", r"(?P<\1>.*)", self.path))
        found = re.fullmatch(pattern, path, re.DOTALL)
        return found.groupdict() if found else None

    def described(self, names: Mapping[str, str]) -> str:
        """The path with its names escaped, slashes too, as the description wants them."""
        return self.template.format_map(_Escaped(names))


class _Escaped(dict[str, str]):
    def __getitem__(self, name: str) -> str:
        return quote(super().__getitem__(name), safe="") or "%20"


@dataclass(slots=True)
class Stamped:
    """What somebody wrote, and when."""

    author: str
    body: str
    created_at: str
    updated_at: str = ""
    edited_by: str | None = None
    minimized: str | None = None

    def __post_init__(self) -> None:
        self.updated_at = self.updated_at or self.created_at

    def edit(self, body: str, by: str, at: str) -> Self:
        """Let somebody change the text."""
        self.body, self.edited_by, self.updated_at = body, by, at
        return self


def checked_body(call: Call, resource: str, body: str | None) -> str:
    """A text that may be stored."""
    if not (body or "").strip():
        raise invalid(resource, "body", "missing_field")
    assert body
    if text := too_long(call, body):
        raise invalid(resource, "data", "unprocessable", text)
    return body


def too_long(call: Call, body: str) -> str:
    """What GitHub says of a text that is, else nothing."""
    most = call.world.limits.body
    return f"Body is too long (maximum is {most} characters)" if len(body) > most else ""
