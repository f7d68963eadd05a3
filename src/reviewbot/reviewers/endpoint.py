"""Where to call, as whom, for which model; and what the errors that come back from there mean."""

import email.utils
import socket
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx2
import openai

from reviewbot.errors import Unavailable
from reviewbot.reviewers.faults import (
    MAYBE_BILLED,
    UNBILLED,
    Again,
    CallFault,
    Kind,
    RateLimited,
    Refused,
    sentence,
)
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.reviewers.refusals import error_text, is_too_long, names_no_model
from reviewbot.reviewers.scrub import scrub

_BAD, _CLIENT_ERROR, _SERVER_ERROR, _RATE_LIMIT = 400, 400, 500, 429
_BUSY = frozenset({408, 409, 425, _RATE_LIMIT})
_HOPELESS = frozenset({401, 402, 403, 404})
_NAMES: tuple[tuple[type[BaseException], str], ...] = (
    (ConnectionRefusedError, "connection refused"),
    (socket.gaierror, "the host's name is not known"),
    (ssl.SSLError, "the host's certificate or encryption cannot be trusted"),
    (httpx2.ConnectTimeout, "the host does not answer"),
    (httpx2.ProxyError, "the proxy refused"),
    (httpx2.DecodingError, "the body is compressed wrongly"),
    (httpx2.RemoteProtocolError, "the server broke off"),
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model at one address. No error says the key, or the headers or body of a request."""

    facts: ModelFacts
    base_url: str
    api_key: str = field(repr=False)

    @property
    def host(self) -> str:
        """The host's name, as it stands in messages."""
        return urlsplit(self.base_url).hostname or self.base_url

    def status_fault(self, error: openai.APIStatusError, now: datetime) -> CallFault | Unavailable:
        """Tell a busy server from a bad request from a hopeless one."""
        status, told = error.status_code, error_text(error.body)
        told = "" if told.lstrip().startswith("<") else told
        if error.code == "insufficient_quota":  # OpenAI says 429 for an empty account
            return self._refuse(402, told)
        if status in _HOPELESS or status < _CLIENT_ERROR:
            return self._refuse(status, told)
        quoted = f"the server refused the request ({status}): {self._quote(told) or 'no reason given'}"
        if is_too_long(status, error.code, told):
            return CallFault(quoted, kind=Kind.OVERFLOW)
        if status in _BUSY or status >= _SERVER_ERROR:
            return _busy(status, _retry_after(error.response.headers, now))
        if status == _BAD and names_no_model(error.code, told):
            return self._refuse(status, told)
        return Refused(quoted, told, error.param)

    def connection_fault(self, error: Exception) -> CallFault:
        """Name what broke; what never connected is not billed."""
        causes = _causes(error)
        unsent = any(isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout) for cause in causes)
        reasons = (reason for kind, reason in _NAMES if any(isinstance(cause, kind) for cause in causes))
        reason = next(reasons, "connection lost")
        return CallFault(f"{reason} ({self.host})", Again.ALWAYS, UNBILLED if unsent else MAYBE_BILLED)

    def _refuse(self, status: int, told: str) -> Unavailable:
        """Why no call can succeed, from the status of one and the server's own sentence."""
        told = f": {self._quote(told)}" if told else ""
        host = self.host
        match status:
            case 401:  # the sentence would repeat part of the key
                return Unavailable(f"{host} refused the key (401)", self.key_hint())
            case 402:
                hint = "top up the account, or use --engine static"
                return Unavailable(f"{host} says that no balance is left{told}", hint)
            case 403:
                return Unavailable(f"{host} forbids the call (403){told}", self.key_hint())
            case 400 | 404:
                what = f"{host} knows no model {self.facts.name!r} at this address ({status}){told}"
                return Unavailable(what, self._model_hint())
        hint = "set --base-url to the address it should be"
        return Unavailable(f"{host} redirects ({status}); code is not sent elsewhere", hint)

    def _quote(self, told: str) -> str:
        return sentence(scrub(told, self.api_key))

    def _model_hint(self) -> str:
        if self.facts.replaced_by:
            return f"its successor is {self.facts.replaced_by}: use --model {self.facts.replaced_by}"
        return "docs/models.md lists names; --base-url says where to call"

    def key_hint(self) -> str:
        """Where to look when the key is wrong."""
        variable = f"{self.facts.key_env} or " if self.facts.key_env else ""
        return f"check the key in {variable}REVIEWBOT_API_KEY"


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error and all that led to it; of a group, those of its first member too."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        members = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
        error = members[0] if members else error.__cause__ or error.__context__
    return found


def _busy(status: int, wait: float) -> CallFault:
    if status == _RATE_LIMIT:
        return RateLimited("rate limited (429)", Again.ALWAYS, UNBILLED, wait)
    return CallFault(f"the server answered {status}", Again.ALWAYS, UNBILLED, wait)


def _retry_after(headers: httpx2.Headers, now: datetime) -> float:
    """Seconds to wait as the server says, 0 if it says nothing that makes sense."""
    told = headers.get("retry-after", "").strip()
    if told.replace(".", "", 1).isdigit() and told.isascii():
        return float(told[:9])
    try:
        moment = email.utils.parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
