"""One call to an OpenAI-compatible endpoint over the SDK, which only carries it.

The SDK brings no deadline that holds, no check of what comes back and retries of its own, which are off. It
takes a second to import: whoever needs this module imports it late.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import httpx2
import openai

from reviewbot.errors import Unavailable
from reviewbot.reviewers.completion import Completion, read_completion
from reviewbot.reviewers.endpoint import Endpoint
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault
from reviewbot.reviewers.presets import cost

MAX_BYTES = 1_000_000
"""A reply larger than this is not read on."""

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
        # A redirect would take the code to a host that nobody chose.
        http_client=openai.DefaultAsyncHttpxClient(follow_redirects=False),
    ) as client:
        # The SDK found these in OPENAI_* variables and would send them to any provider.
        client.organization = client.project = None
        yield Line(endpoint, client, now)


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
    async for part in response.iter_bytes():
        size += len(part)
        if size > MAX_BYTES:
            raise CallFault(
                f"the server's body is larger than {MAX_BYTES:,} bytes", Again.NEVER, MAYBE_BILLED
            )
        parts.append(part)
    return b"".join(parts)
