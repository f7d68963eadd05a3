"""One call to an OpenAI-compatible endpoint over the SDK, which only carries it.

The SDK brings no deadline that holds, no check of what comes back and retries of its own, which are off. It
takes a second to import: whoever needs this module imports it late.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import httpx2
import openai

from reviewbot import __version__
from reviewbot.errors import Unavailable
from reviewbot.reviewers.completion import Completion, read_completion
from reviewbot.reviewers.endpoint import Endpoint
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault
from reviewbot.reviewers.presets import cost

MAX_BYTES = 1_000_000
"""A reply larger than this, once it is unpacked, is not read on."""

MAX_ERROR_BYTES = 65_536
"""So much of an error is read: its sentence stands in front."""

_CONNECT_SECONDS = 10.0


@asynccontextmanager
async def connect(endpoint: Endpoint, now: Callable[[], datetime]) -> AsyncIterator["Line"]:
    """Open a line to an endpoint, and close its connections at the end.

    Raises:
        Unavailable: the key cannot be sent at all.
    """
    key = endpoint.api_key
    if not (key and key.isascii() and key.isprintable()):
        raise Unavailable("the key is empty or holds characters that no key has", endpoint.key_hint())
    async with openai.AsyncOpenAI(
        api_key=key,
        base_url=endpoint.base_url,
        max_retries=0,
        timeout=openai.Timeout(None, connect=_CONNECT_SECONDS),
        http_client=_Client(key),
    ) as client:
        yield Line(endpoint, client, now)


class _Client(openai.DefaultAsyncHttpxClient):
    """Sends what it is told to and nothing of this machine; reads no more of an error than it takes."""

    def __init__(self, key: str) -> None:
        # A redirect would take the code to a host that nobody chose.
        super().__init__(follow_redirects=False)
        self._key = key

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:  # noqa: ANN401 - passed on
        """Send under headers of our own: the SDK's name this machine, and OPENAI_* variables change them."""
        headers = {
            "authorization": f"Bearer {self._key}",
            "accept": "application/json",
            "accept-encoding": "identity",
            "content-type": "application/json",
            "user-agent": f"reviewbot/{__version__}",
        }
        ours = httpx2.Request(
            request.method,
            request.url,
            headers=headers,
            content=request.content,
            extensions=request.extensions,
        )
        response = await super().send(ours, **options)
        response.request = request  # whose headers tell the SDK what it wanted
        return response if response.is_success else await _shortened(response)


@dataclass(frozen=True, slots=True)
class Line:
    """An open connection to an endpoint. Any number of calls may be under way at once."""

    endpoint: Endpoint
    client: openai.AsyncOpenAI
    now: Callable[[], datetime]

    async def ask(self, body: Mapping[str, Any]) -> Completion:
        """Send one request and read the answer.

        Raises:
            CallFault: no usable answer came; its usage counts all the same.
            Unavailable: none ever will.
        """
        calls = self.client.chat.completions.with_streaming_response
        try:
            # All goes as `extra_body`: the SDK's own way walks the messages type by type, 1 ms a call.
            async with calls.create(model=body["model"], messages=[], extra_body=body) as response:
                raw = await _read(response)
        except openai.APIStatusError as error:
            raise self.endpoint.status_fault(error, self.now()) from error
        except (openai.APIConnectionError, httpx2.HTTPError) as error:
            raise self.endpoint.connection_fault(error) from error
        facts = self.endpoint.facts
        return read_completion(raw, partial(cost, facts, peak=facts.is_peak(self.now())))


async def _read(response: openai.AsyncAPIResponse[Any]) -> bytes:
    """The decoded body, as far as anyone may make us read."""
    parts: list[bytes] = []
    size = 0
    async for part in response.iter_bytes():  # unpacked in pieces of 1 MiB, so a bomb goes off in steps
        size += len(part)
        if size > MAX_BYTES:
            raise CallFault(
                f"the server's body is larger than {MAX_BYTES:,} bytes", Again.NEVER, MAYBE_BILLED
            )
        parts.append(part)
    return b"".join(parts)


async def _shortened(response: httpx2.Response) -> httpx2.Response:
    """An error with the beginning of its body; the status says enough if that cannot be read."""
    content = b""
    with suppress(httpx2.HTTPError):
        async with aclosing(response.aiter_bytes()) as parts:
            async for part in parts:
                content += part
                if len(content) >= MAX_ERROR_BYTES:
                    break
    await response.aclose()
    kept = {
        name: value for name, value in response.headers.items() if name in {"retry-after", "content-type"}
    }
    return httpx2.Response(
        response.status_code, headers=kept, content=content[:MAX_ERROR_BYTES], request=response.request
    )
