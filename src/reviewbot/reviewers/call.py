"""One call to an OpenAI-compatible endpoint over the SDK, with every way it can go wrong given a name.

Imported by the model reviewer when it starts to read: the SDK takes a second to load. The SDK brings no retries,
no deadline that holds and no check of what comes back, so it only carries the request.
"""

import email.utils
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from reviewbot.errors import Unavailable
from reviewbot.review import Usage
from reviewbot.reviewers.completion import Completion, Pricing, error_text, read_completion
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault, sentence
from reviewbot.reviewers.presets import ModelFacts

MAX_BYTES = 1_000_000
"""A reply larger than this is not read on."""

_BUSY = frozenset({408, 409, 425, 429})
_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to call, as whom, for which model."""

    facts: ModelFacts
    base_url: str
    api_key: str
    now: Callable[[], datetime]

    @asynccontextmanager
    async def connect(self) -> AsyncIterator["Line"]:
        """Open a line, and close its connections at the end.

        Raises:
            Unavailable: the key cannot be sent at all.
        """
        key = self.api_key.strip()
        if not (key and key.isascii() and key.isprintable()):
            raise Unavailable("the model's key is empty or holds characters that no key has", self._key_hint())
        # A redirect would take the code to a host that nobody chose. "" and the two None keep the SDK from
        # sending what it finds in this machine's OPENAI_* variables to whatever provider this is.
        http = openai.DefaultAsyncHttpxClient(follow_redirects=False)
        timeout = openai.Timeout(None, connect=_CONNECT_SECONDS)
        async with openai.AsyncOpenAI(
            api_key=key, admin_api_key="", base_url=self.base_url, max_retries=0, timeout=timeout, http_client=http
        ) as client:
            client.organization = client.project = None
            yield Line(self, client)

    def refuse(self, status: int, told: str) -> Unavailable:
        """Why no call can succeed, from the status of one."""
        told = sentence(told.replace(self.api_key.strip(), "***"))
        told = f": {told}" if told else ""
        host, name, after = urlsplit(self.base_url).hostname, self.facts.name, self.facts.replaced_by
        elsewhere = f"use --model {after}" if after else "`reviewbot models` lists names; --base-url sets the place"
        match status:
            case 401:
                return Unavailable(f"{host} refused the key (401)", self._key_hint())
            case 402:
                return Unavailable(f"{host}: no balance left ({status}){told}", "top up the account, or --engine static")
            case 403:
                return Unavailable(f"{host} forbids this call (403){told}", f"may this key use {name}? {self._key_hint()}")
            case 400 | 404:
                return Unavailable(f"{host} serves no model {name!r} ({status}){told}", elsewhere)
        return Unavailable(f"{host} redirects elsewhere ({status}); code is not sent there", "set --base-url to the final address")

    def _key_hint(self) -> str:
        variable = f"{self.facts.key_env} or " if self.facts.key_env else ""
        return f"check the key in {variable}REVIEWBOT_API_KEY"


@dataclass(frozen=True, slots=True)
class Line:
    """An open connection to an endpoint. Any number of calls may be under way at once."""

    endpoint: Endpoint
    client: openai.AsyncOpenAI

    async def ask(self, body: Mapping[str, Any]) -> Completion:
        """Send one request and read the answer.

        Raises:
            CallFault: no usable answer came; its usage counts all the same.
            Unavailable: none ever will.
        """
        calls = self.client.chat.completions.with_streaming_response
        try:
            # All goes as `extra_body`: the SDK's own way walks the messages type by type, 2 ms a call.
            async with calls.create(model=body["model"], messages=[], extra_body=body) as response:
                raw = await _read(response)
        except openai.APIStatusError as error:
            raise self._status_fault(error) from error
        except (openai.APIConnectionError, httpx2.HTTPError) as error:
            raise _connection_fault(error) from error
        return read_completion(raw, self._pricing())

    def _status_fault(self, error: openai.APIStatusError) -> CallFault | Unavailable:
        """Tell a busy server from a bad request from a hopeless one."""
        status, told = error.status_code, error_text(error.body)
        code = error.code or ""
        if code == "insufficient_quota":  # OpenAI says 429 for an empty account
            return self.endpoint.refuse(402, told)
        if status in _BUSY or status >= 500:
            reason = "rate limited (429)" if status == 429 else f"the server answered {status}"
            return CallFault(reason, Again.ALWAYS, Usage(calls=1), _retry_after(error.response.headers, self.endpoint.now))
        is_model = status == 400 and (code == "model_not_found" or _names_no_model(told))
        if status in {401, 402, 403, 404} or status < 400 or is_model:
            return self.endpoint.refuse(status, told)
        told = sentence(told.replace(self.endpoint.api_key.strip(), "***")) or "no reason given"
        return CallFault(f"the server refused the request ({status}): {told}")

    def _pricing(self) -> Pricing:
        facts, peak = self.endpoint.facts, self.endpoint.facts.is_peak(self.endpoint.now())
        return lambda prompt, cached, completion: facts.cost(prompt, cached, completion, peak=peak)


async def _read(response: openai.AsyncAPIResponse[Any]) -> bytes:
    """The decoded body, as far as anyone may make us read."""
    parts: list[bytes] = []
    size = 0
    async for part in response.iter_bytes():
        size += len(part)
        if size > MAX_BYTES:
            raise CallFault(f"the server's body is larger than {MAX_BYTES:,} bytes", Again.NEVER, MAYBE_BILLED)
        parts.append(part)
    return b"".join(parts)


def _connection_fault(error: Exception) -> CallFault:
    """Name what broke; what never connected is not billed."""
    causes = list(_causes(error))
    unsent = any(isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout) for cause in causes)
    usage = Usage(calls=1) if unsent else MAYBE_BILLED
    names = {
        ConnectionRefusedError: "connection refused",
        socket.gaierror: "the host's name is not known",
        ssl.SSLError: "the host's certificate or encryption cannot be trusted",
        httpx2.ConnectTimeout: "the host does not answer",
        httpx2.ProxyError: "the proxy refused",
        httpx2.DecodingError: "the body is compressed wrongly",
        httpx2.RemoteProtocolError: "the server broke off or does not speak HTTP",
    }
    reason = next((text for kind, text in names.items() for c in causes if isinstance(c, kind)), "connection lost")
    return CallFault(reason, Again.ALWAYS, usage)


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error and all that led to it; of a group, those of its first member too."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        members = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
        error = members[0] if members else error.__cause__ or error.__context__
    return found


def _names_no_model(told: str) -> bool:
    told = told.lower()
    absent = ("not exist", "not found", "unknown", "invalid model", "not a valid model", "no such", "unsupported model")
    return "model" in told and any(words in told for words in absent)


def _retry_after(headers: httpx2.Headers, now: Callable[[], datetime]) -> float:
    """Seconds to wait as the server says, 0 if it says nothing that makes sense."""
    told = headers.get("retry-after", "").strip()
    if told.replace(".", "", 1).isdigit() and told.isascii():
        return float(told[:9])
    try:
        moment = email.utils.parsedate_to_datetime(told)
    except ValueError:
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - now()).total_seconds(), 0.0)
