"""A model server of ours: real HTTP on loopback, answers by script, as slow, broken or rude as a test wants.

with ModelServer(planted(Plant("eval(", cwe="CWE-94"))) as server:
    run("reviewbot", "review", "--base-url", server.base_url, ...)
"""

import asyncio
import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

_MARK = re.compile(r"^(==[0-9a-f]{24}==)\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)
_POINTERS = re.compile(r"(?<=\n)(?:line \d+: .*\n)+\Z")
_NUMBERED = re.compile(r"^(?:(\d+)[+ ]|-)(.*)$")


@dataclass(frozen=True, slots=True)
class Request:
    """One call as it arrived; `number` counts from 0, `at` is in monotonic seconds."""

    number: int
    at: float
    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.raw)
        return body

    @property
    def shown(self) -> str:
        """All that stands between the marks of the user message: code, then places to look at."""
        found = _MARK.search(self.body["messages"][-1]["content"])
        assert found, "the user message has no marks"
        return found[2]

    @property
    def chunk(self) -> str:
        """The piece of code."""
        return _POINTERS.sub("", self.shown)


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send, and how badly. Times are seconds.

    `latency` passes before anything is sent; then come the head, `blank_lines` of keep-alives, and the body
    with `drip` between its bytes. If `cut` is set, the connection closes after so many bytes of the body, by
    RST if `reset`. `hang_up` closes it without a word. `bills` fills in the prompt tokens of the request.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    latency: float = 0.0
    blank_lines: float = 0.0
    drip: float = 0.0
    cut: int | None = None
    reset: bool = False
    hang_up: bool = False
    bills: bool = False

    def later(self, latency: float) -> "Answer":
        """The same after a while."""
        return replace(self, latency=latency)


_COUNTED = "counted"
"""Stands in a body for the prompt tokens of the request that it will answer."""

Script = Callable[[Request], Answer]


def completion(
    content: object = '{"findings": []}',
    *,
    finish_reason: str | None = "stop",
    usage: object = None,
    **message: object,
) -> Answer:
    """A chat completion; `message` adds or replaces fields of the message.

    Without a `usage` it bills 50 tokens for the reply, and as many for the prompt as `prompt_tokens` counts.
    """
    told = {"prompt_tokens": _COUNTED, "completion_tokens": 50} if usage is None else usage
    choice = {
        "index": 0,
        "finish_reason": finish_reason,
        "message": {"role": "assistant", "content": content, **message},
    }
    body = {"id": "1", "object": "chat.completion", "model": "fake", "choices": [choice], "usage": told}
    return replace(as_json(body), bills=usage is None)


def prompt_tokens(request: Request) -> int:
    """What a prompt comes to: a quarter of its characters."""
    return sum(len(message["content"]) for message in request.body["messages"]) // 4


def findings(*items: Mapping[str, object], usage: object = None) -> Answer:
    """A completion that reports these findings."""
    return completion(json.dumps({"analysis": "As planted.", "findings": items}), usage=usage)


def as_json(body: object, status: int = 200, **headers: str) -> Answer:
    """Any JSON body; header names are written with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps(body).encode(), status, {"content-type": "application/json", **named})


def error(
    status: int, message: str = "told by the server", code: str | None = None, **headers: str
) -> Answer:
    """An error as OpenAI and DeepSeek write it."""
    return as_json({"error": {"message": message, "type": "error", "code": code}}, status, **headers)


def stall() -> Answer:
    """No answer, as long as any test lasts."""
    return Answer(latency=3600.0)


def in_turn(*answers: Answer) -> Script:
    """One answer after the other, the last one again and again."""
    return lambda request: answers[min(request.number, len(answers) - 1)]


def item(quote: str, **fields: object) -> dict[str, object]:
    """A finding in the reply's schema."""
    return {
        "trace": "request -> sink",
        "quote": quote,
        "line": 1,
        "cwe": "CWE-89",
        "severity": "high",
        "attacker": "anyone",
        "explanation": "An attacker does harm here.",
        "fix": None,
        "introduced": "added",
        "source_shown": True,
        **fields,
    }


@dataclass(frozen=True, slots=True)
class Plant:
    """A defect the server "sees" wherever a line contains `needle`; it quotes that line with its number."""

    needle: str
    cwe: str = "CWE-89"
    severity: str = "high"
    introduced: str = "added"
    explanation: str = "An attacker does harm here."


def planted(*plants: Plant) -> Script:
    """Answers that depend on the code alone, for runs of the whole command."""

    def script(request: Request) -> Answer:
        shown = [found for line in request.chunk.split("\n")[1:] if (found := _NUMBERED.match(line))]
        return findings(
            *(
                item(
                    row[2].strip(),
                    line=int(row[1] or 0),
                    cwe=plant.cwe,
                    severity=plant.severity,
                    introduced=plant.introduced,
                    explanation=plant.explanation,
                )
                for plant in plants
                for row in shown
                if plant.needle in row[2] and (plant.introduced != "removed_check" or row[1] is None)
            )
        )

    return script


class ModelServer:
    """Serves `/chat/completions`, with any prefix, on a free port of 127.0.0.1 while its `with` lasts.

    `requests` are all calls so far, `peak` is the most that were ever under way at once.
    """

    def __init__(self, script: Script | Answer | Sequence[Answer] = ()) -> None:
        if isinstance(script, Answer):
            script = (script,)
        self._script = script if callable(script) else in_turn(*script or (completion(),))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._connections: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._open = 0
        self.requests: list[Request] = []
        self.peak = 0
        self.port = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        self._call(self._start()).result(5)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._call(self._stop()).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def _call(self, work: Coroutine[None, None, None]) -> Future[None]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=512)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        assert self._server
        self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._exchange(reader, writer):
                pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False when the connection is over."""
        request = await self._receive(reader)
        self.requests.append(request)
        self._open += 1
        self.peak = max(self.peak, self._open)
        try:
            return await self._send(_billed(self._script(request), request), writer)
        finally:
            self._open -= 1

    async def _receive(self, reader: asyncio.StreamReader) -> Request:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.split(":", 1) for line in head[1:] if line)
        headers = {name.strip().lower(): value.strip() for name, value in pairs}
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        return Request(len(self.requests), time.monotonic(), head[0].split(" ")[1], headers, raw)

    async def _send(self, answer: Answer, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(answer.latency)
        if answer.hang_up:
            return False
        writer.write(_head(answer))
        until = time.monotonic() + answer.blank_lines
        while time.monotonic() < until:
            await _piece(writer, b"\n")
            await asyncio.sleep(0.05)
        body = answer.body[: answer.cut]
        for piece in [body[at : at + 1] for at in range(len(body))] if answer.drip else [body]:
            await _piece(writer, piece)
            await asyncio.sleep(answer.drip)
        if answer.reset:
            _reset(writer)
        if answer.reset or answer.cut is not None:
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True


def _billed(answer: Answer, request: Request) -> Answer:
    if not answer.bills:
        return answer
    counted = str(prompt_tokens(request)).encode()
    return replace(answer, body=answer.body.replace(json.dumps(_COUNTED).encode(), counted))


def _head(answer: Answer) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} X", "transfer-encoding: chunked"]
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def _piece(writer: asyncio.StreamWriter, piece: bytes) -> None:
    if piece:
        writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        await writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with a RST instead of a FIN."""
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
