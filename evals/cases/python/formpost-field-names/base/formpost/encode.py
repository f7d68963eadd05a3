"""multipart/form-data as browsers write it."""
from __future__ import annotations

import io
import mimetypes
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

CRLF = b"\r\n"


@dataclass
class FilePart:
    filename: str
    stream: BinaryIO


def _param(name: str, value: str) -> str:
    clean = value.encode("ascii", "replace").decode("ascii")
    for char, code in (("\r", "%0D"), ("\n", "%0A"), ('"', "%22")):
        clean = clean.replace(char, code)
    return f'{name}="{clean}"'


class Encoder:
    def __init__(self) -> None:
        self.boundary = secrets.token_hex(16)
        self._out = io.BytesIO()

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={self.boundary}"

    def _start(self, *params: str, extra: Iterable[str] = ()) -> None:
        lines = [f"--{self.boundary}", "Content-Disposition: form-data; " + "; ".join(params), *extra, "", ""]
        self._out.write("\r\n".join(lines).encode("utf-8"))

    def add(self, name: str, value: str | FilePart) -> Encoder:
        if isinstance(value, FilePart):
            guessed, _ = mimetypes.guess_type(value.filename)
            kind = f"Content-Type: {guessed or 'application/octet-stream'}"
            self._start(_param("name", name), _param("filename", value.filename), extra=[kind])
            self._out.write(value.stream.read())
        else:
            self._start(_param("name", name))
            self._out.write(value.encode("utf-8"))
        self._out.write(CRLF)
        return self

    def finish(self) -> bytes:
        self._out.write(f"--{self.boundary}--".encode() + CRLF)
        return self._out.getvalue()
