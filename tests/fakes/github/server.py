"""A GitHub of ours for tests: real HTTP on loopback, stateful, a real bare git repository behind it.

    with GithubServer() as server:
        repo = server.repository("octo/shop")             # private=, default_branch=
        pull = repo.pull({"a.py": "x = 1\\n"}, {"a.py": "x = eval(y)\\n"}, author="alice")
        client = connect(server.url, ACTIONS_TOKEN)       # server.enterprise_url: the same as GHES has it
        pull.push({"a.py": "x = 2\\n"})

Leaving the `with` (or `close()`) raises ContractError if any request or answer departed from GitHub's
OpenAPI description; `with server.expect_violation("regex"):` is for requests that must. Unknown paths are
violations.

Server: `requests` and `writes` (what asked for a change, refused or not), each a Request(method, path,
query, headers, body, token, at, status, stored). `fail(method, path_regex, fault, times=1, after=0)`;
`before(action, method=".*", path=".*", nth=1)` calls an action before the nth request that matches (from
now on). `token(login, person=False, **permissions)`. `world.limits` is GithubServer(limits=Limits(files=5,
...)).
Tokens: ACTIONS_TOKEN contents:read + pull_requests:write, FULL_TOKEN all, FORK_TOKEN reads only, all three
`github-actions[bot]`; PERSON_TOKEN `alice`, OTHER_TOKEN `other-bot[bot]`. /user is 403 for all but persons.
Faults: status(code, message, headers), stored_then(code), drop(), stored_then_drop(), html(),
slow(seconds), secondary(retry_after=None, code=403), primary(reset_in=3600). More than 80 writes a minute
are refused anyway.

Repository: `clone_url` (a path for git fetch), `commit(changes, branch)`, `issue(title, body, by=, labels=)`,
`pull(base, head, title=, author=, branch=, fork="eve/shop", draft=)` from two whole trees; `issues`,
`pulls`, `check_runs` (fields, output, annotations), `sarifs` (document, polls), `statuses`;
`code_scanning = False` refuses uploads; `objects` is its git (`git(*arguments)`).
Trees are {path: str | bytes | symlink(target) | submodule(sha)}; in changes None removes.
Pull: number, head_sha, base_sha (the stale one of GitHub's), merge_base, heads, state, draft, merged,
locked; `push(changes)`, `force_push(tree)`, `close()`, `reopen()`, `merge()`, `lock()`, `delete_branch()`,
`make_merge_ref()`, `event(action, sender=)` (the payload for GITHUB_EVENT_PATH); `comments`, `reviews`,
`threads` (resolved, resolved_by, outdated, line_now, comments), `line_comments`; `comment(body, by)`,
`line_comment(body, by=, path=, line=, side=)`, `reply(line_comment, body, by=)`.
An issue: number, title, author, body, state, edited_by; `edit_as(by, body)`, `close()`.
A comment: id, author, body, created_at, updated_at, edited_by, minimized; `edit_as(by, body)`, `delete()`.

Rules: 422 texts for lines outside hunks (RIGHT added or context, LEFT deleted), start_line in the same hunk
and before the line, reviews all or nothing and 200, body needed with COMMENT, no event is PENDING; bodies
up to 65,536; pages of 30, at most 100; 406 on `.diff`; files cut at 3,000; silent zeros; no patch above
3,000 lines; compare 300 files on page 1; 50 annotations a request; locked 403; only own texts are edited.
GraphQL: repository.pullRequest.reviewThreads/comments, node, viewer, resolveReviewThread (an app needs
contents:write), minimizeComment, addPullRequestReviewThreadReply; there a bot's login lacks `[bot]`, except
the viewer's.
"""

import json
import re
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from fakes.github import faults, openapi
from fakes.github.answers import Answer, Call, RefusedError, Route
from fakes.github.faults import Fault, secondary
from fakes.github.graphql_values import SchemaError
from fakes.github.listener import Listener, Reply
from fakes.github.objects import Objects, submodule, symlink
from fakes.github.people import (
    ACTIONS_TOKEN,
    FORK_TOKEN,
    FULL_TOKEN,
    OTHER_TOKEN,
    PERSON_TOKEN,
    Token,
    usual_tokens,
)
from fakes.github.pulls import Pull
from fakes.github.record import Planned, Request
from fakes.github.repositories import Repository
from fakes.github.routes import ROUTES, permit
from fakes.github.world import Limits, World

__all__ = [
    "ACTIONS_TOKEN",
    "FORK_TOKEN",
    "FULL_TOKEN",
    "OTHER_TOKEN",
    "PERSON_TOKEN",
    "ContractError",
    "GithubServer",
    "Limits",
    "Pull",
    "Repository",
    "Request",
    "faults",
    "submodule",
    "symlink",
]
_ENTERPRISE = "/api/v3"


class ContractError(AssertionError):
    """Requests or answers that GitHub's description does not allow."""


@dataclass(slots=True)
class _Way:
    """A request on its way through the server."""

    request: Request
    root: str
    raw: bytes
    fault: Fault | None = None
    route: Route | None = None
    names: dict[str, str] = field(default_factory=dict)


class GithubServer:
    """Serves from its making until `close`; see above."""

    def __init__(self, *, limits: Limits | None = None) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="github-")
        self.world = World(Path(self._directory.name), limits or Limits(), tokens=usual_tokens())
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self._lock = threading.RLock()
        self._faults: list[Planned] = []
        self._hooks: list[Planned] = []
        self._reset = int(time.time()) + 3600
        self._listener = Listener(self._handle)
        self.world.url = self.url

    @property
    def url(self) -> str:
        """What GITHUB_API_URL is on github.com."""
        return f"http://127.0.0.1:{self._listener.port}"

    @property
    def enterprise_url(self) -> str:
        """What GITHUB_API_URL is on GitHub Enterprise Server."""
        return self.url + _ENTERPRISE

    @property
    def writes(self) -> list[Request]:
        """The requests that asked for a change, whatever they were answered with."""
        return [each for each in self.requests if each.writes]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except ContractError as found:
            if value is None:
                raise
            value.add_note(str(found))

    def close(self) -> None:
        """Stop.

        Raises:
            ContractError: A request or an answer was not as GitHub describes it.
        """
        self._listener.close()
        self._directory.cleanup()
        if self.violations:
            raise ContractError("\n".join(self.violations))

    @contextmanager
    def expect_violation(self, match: str) -> Iterator[None]:
        """A block whose requests must violate the description, in words that `match` is found in."""
        before = len(self.violations)
        yield
        found = self.violations[before:]
        del self.violations[before:]
        assert any(re.search(match, each) for each in found), f"no violation with {match!r} in {found}"

    def repository(
        self, name: str = "octo/shop", *, private: bool = False, default_branch: str = "main"
    ) -> Repository:
        """A new, empty repository."""
        with self._lock:
            number = self.world.new_id("repository")
            objects = Objects(self.world.directory / f"{number}.git")
            made = Repository(
                self.world, name, objects, private=private, default_branch=default_branch, id=number
            )
            self.world.repositories[name.lower()] = made
            return made

    def token(self, login: str, *, person: bool = False, **permissions: str) -> str:
        """A new token, such as `token("my-app[bot]", pull_requests="write")`."""
        name = f"token-{self.world.new_id('token')}"
        self.world.tokens[name] = Token(login, permissions, person=person)
        return name

    def fail(self, method: str, path: str, fault: Fault, *, times: int = 1, after: int = 0) -> None:
        """Let the next `times` requests of a method whose path matches go wrong, once `after` went well.

        `method` is matched in whole, `path` is searched.
        """
        self._faults.append(Planned(method, path, after, times, fault))

    def before(
        self, action: Callable[[], object], *, method: str = ".*", path: str = ".*", nth: int = 1
    ) -> None:
        """Call `action` once, before the `nth` matching request from now on is looked at."""
        self._hooks.append(Planned(method, path, nth - 1, 1, action))

    def _handle(self, method: str, target: str, headers: Mapping[str, str], raw: bytes) -> Reply | None:
        way = self._arrived(method, target, headers, raw)
        try:
            return self._exchange(way)
        except Exception:  # noqa: BLE001 - a bug of the fake or a hook must fail the test, not end a thread unseen
            self._violated(way, traceback.format_exc())
            return self._reply(RefusedError(500, "The fake is broken.").answer)

    def _exchange(self, way: _Way) -> Reply | None:
        for action in self._due(self._hooks, way.request):
            action()
        way.fault = next(iter(self._due(self._faults, way.request, at_most=1)), None) or self._too_many(way)
        answer = self._answered(way)
        if way.fault and way.fault.delay:
            self._listener.wait(way.fault.delay)
        if way.fault and way.fault.drop:
            return None
        way.request.status = answer.status
        return self._reply(answer)

    def _arrived(self, method: str, target: str, headers: Mapping[str, str], raw: bytes) -> _Way:
        parts = urlsplit(target)
        path, root = parts.path, self.url
        if path == "/api/graphql":
            path = "/graphql"
        elif path.startswith(_ENTERPRISE):
            path, root = path.removeprefix(_ENTERPRISE), root + _ENTERPRISE
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = raw
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        token = headers.get("authorization", "").rpartition(" ")[2]
        request = Request(method, unquote(path), query, headers, body, token, time.monotonic())
        with self._lock:
            self.requests.append(request)
        return _Way(request, root, raw)

    def _due(self, planned: list[Planned], request: Request, at_most: int = 0) -> list[Any]:
        with self._lock:
            found: list[Any] = []
            for each in planned:
                if (not at_most or len(found) < at_most) and each.due(request):
                    found.append(each.what)
            return found

    def _too_many(self, way: _Way) -> Fault | None:
        """The secondary limit on writes, which is always on."""
        since = way.request.at - 60
        recent = sum(each.at > since for each in self.writes) if way.request.writes else 0
        return secondary(60) if recent > self.world.limits.writes_a_minute else None

    def _answered(self, way: _Way) -> Answer:
        with self._lock:
            allowed = self._judged(way)
            if way.fault and not way.fault.stored:
                return _of_fault(way.fault)
            answer = self._routed(way) if allowed else RefusedError(422, "Invalid request.").answer
            if way.route is None:
                answer = RefusedError(404, "Not Found").answer
        return answer if way.fault is None or way.fault.right else _of_fault(way.fault)

    def _judged(self, way: _Way) -> bool:
        """Whether the description allows the request; if not, it is written down."""
        request = way.request
        for route in ROUTES:
            names = route.match(request.path) if route.method == request.method else None
            if names is not None:
                way.route, way.names = route, names
                break
        else:
            self._violated(way, "nothing is served there")
            return False
        path = way.route.described(way.names)
        kind = request.headers.get("content-type", "")
        found = list(openapi.wrong_request(request.method, path, request.query, way.raw, kind))
        for each in found:
            self._violated(way, each)
        return not found

    def _violated(self, way: _Way, reason: str) -> None:
        self.violations.append(f"{way.request.method} {way.request.path}: {reason}")

    def _routed(self, way: _Way) -> Answer:
        """What the route says, held against the description."""
        assert way.route
        request = way.request
        try:
            answer = way.route.act(self._call(way, way.route))
            request.stored = True
        except RefusedError as refused:
            answer = refused.answer
        except SchemaError as misasked:
            self._violated(way, str(misasked))
            answer = Answer({"errors": [{"message": str(misasked)}]})
        if answer.status != HTTPStatus.NO_CONTENT and "json" in answer.content_type:
            self._judge_answer(way, way.route, answer)
        return answer

    def _judge_answer(self, way: _Way, route: Route, answer: Answer) -> None:
        path, content = route.described(way.names), json.dumps(answer.body).encode()
        for each in openapi.wrong_answer(route.method, route.template, path, answer.status, content):
            self._violated(way, f"the fake's answer {answer.status}: {each}")

    def _call(self, way: _Way, route: Route) -> Call:
        request = way.request
        token = self.world.tokens.get(request.token)
        if request.token and token is None:
            raise RefusedError(401, "Bad credentials")
        call = Call(
            self.world,
            token,
            way.root,
            request.path,
            request.query,
            request.headers.get("accept", ""),
            request.body,
            way.names,
        )
        permit(call, route)
        return call

    def _reply(self, answer: Answer) -> Reply:
        raw = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        empty = answer.status == HTTPStatus.NO_CONTENT
        limit = self.world.limits.requests_an_hour
        used = min(limit, len(self.requests))
        headers = {
            "X-GitHub-Request-Id": f"FAKE:{len(self.requests)}",
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Used": str(used),
            "X-RateLimit-Remaining": str(limit - used),
            "X-RateLimit-Reset": str(self._reset),
            "X-RateLimit-Resource": "core",
            **({} if empty else {"Content-Type": answer.content_type}),
            **answer.headers,
        }
        return Reply(answer.status, headers, b"" if empty else raw)


def _of_fault(fault: Fault) -> Answer:
    return Answer(fault.body, fault.status, fault.headers, fault.content_type)
