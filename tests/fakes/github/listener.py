"""Real HTTP/1.1 on a free port of 127.0.0.1, one thread per connection."""

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes out."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Handle = Callable[[str, str, Mapping[str, str], bytes], Reply | None]
"""Method, target, headers by lower-case name and body to a reply; None closes the connection."""


class Listener:
    """Serves from its making until `close`."""

    def __init__(self, handle: Handle) -> None:
        self._closed = threading.Event()
        self._server = _Server(handle)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        port: int = self._server.server_address[1]
        return port

    def wait(self, seconds: float) -> None:
        """Let time pass, until closed at the latest."""
        self._closed.wait(seconds)

    def close(self) -> None:
        """Stop, and end all connections."""
        self._closed.set()
        self._server.shutdown()
        self._thread.join()
        self._server.end_connections()
        self._server.server_close()


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    request_queue_size = 128
    daemon_threads = False
    block_on_close = True

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Connection)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base has it
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as the base has it
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        with self._lock:
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base has it
        """A client that went away is no error of the server's."""


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def handle_one_request(self) -> None:
        """Read a request, send its reply in one piece: two would wait for an acknowledgement between them."""
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.handle(self.command, self.path, headers, body)
        if reply is None:
            self.close_connection = True
            return
        self.wfile.write(_head(reply) + reply.body)


def _head(reply: Reply) -> bytes:
    sized = reply.status != HTTPStatus.NO_CONTENT
    lines = [f"HTTP/1.1 {reply.status} {_phrase(reply.status)}"]
    lines += [f"{name}: {value}" for name, value in reply.headers.items()]
    lines += [f"Content-Length: {len(reply.body)}"] if sized else []
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
