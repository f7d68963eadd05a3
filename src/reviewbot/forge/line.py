"""One request to GitHub by PyGithub, which carries it: authorization, connections, JSON.

All else of PyGithub's is off. Its retries repeat what was stored already and sleep beyond any deadline; its
objects ask for more behind one's back. It takes half a second to import, so this module is imported late.
"""

import json
import queue
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests
from github.Auth import Token
from github.Requester import Requester

from reviewbot import __version__
from reviewbot.forge.address import Address
from reviewbot.forge.answer import Answer, Broken, Diverted

_HEADERS = {"Accept": "application/vnd.github+json"}
_API_VERSION = "2022-11-28"
_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (ConnectionRefusedError, "connection refused"),
    (socket.gaierror, "the host's name is not known"),
    (ssl.SSLError, "the host's certificate or encryption cannot be trusted"),
    (requests.exceptions.SSLError, "the host's certificate or encryption cannot be trusted"),
    (requests.exceptions.ProxyError, "the proxy refused"),
    (requests.exceptions.ConnectTimeout, "the host does not answer"),
    (requests.exceptions.Timeout, "no answer in time"),
    (requests.exceptions.ContentDecodingError, "the body is compressed wrongly"),
)


@dataclass(frozen=True)
class Lines:
    """Connections to one GitHub under one token. A PyGithub `Requester` serves one thread at a time."""

    address: Address
    token: str = field(repr=False)
    timeout_seconds: int
    idle: "queue.LifoQueue[Requester]" = field(default_factory=queue.LifoQueue, repr=False)

    def send(self, verb: str, path: str, query: Mapping[str, object], body: object) -> Answer:
        """Send one request, once. The path is relative to the API; `/graphql` is where GraphQL is.

        Raises:
            Broken: no answer came.
            Diverted: the answer is to go elsewhere.
        """
        with self._requester() as requester:
            url = requester.graphql_url if path == "/graphql" else path
            try:
                status, headers, text = requester.requestJson(verb, url, dict(query), dict(_HEADERS), body)
            except OSError as error:  # every error of requests is one
                raise Broken(_reason(error)) from error
            except RuntimeError as error:  # PyGithub's own for a 301 to another host
                raise Diverted from error
            except ValueError as error:  # PyGithub reads some headers without looking
                raise Broken("the answer's headers make no sense") from error
        return Answer(status, headers, _json(text))

    def close(self) -> None:
        """Close what is idle, which is all when no request is under way."""
        while True:
            try:
                self.idle.get_nowait().close()
            except queue.Empty:
                return

    @contextmanager
    def _requester(self) -> Iterator[Requester]:
        try:
            requester = self.idle.get_nowait()
        except queue.Empty:
            requester = self._new()
        try:
            yield requester
        finally:
            self.idle.put(requester)

    def _new(self) -> Requester:
        return Requester(
            auth=Token(self.token),
            base_url=self.address.api,
            timeout=self.timeout_seconds,
            user_agent=f"reviewbot/{__version__}",
            per_page=100,
            verify=True,
            retry=0,
            pool_size=1,
            api_version=_API_VERSION,
        )


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _reason(error: BaseException) -> str:
    """What broke, without the address and whatever else the libraries say."""
    causes = _causes(error)
    reasons = (reason for kind, reason in _REASONS if any(isinstance(cause, kind) for cause in causes))
    return next(reasons, "the connection broke off")


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
