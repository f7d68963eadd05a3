"""Blobs by id from one git process."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from reviewbot.diff import is_binary
from reviewbot.errors import SourceError
from reviewbot.sources.git import Git

_HEAD = 8_000
_BLOCK = 1 << 20


class Blobs:
    """One `git cat-file --batch`: each id is asked for and answered before the next, so no pipe fills up."""

    def __init__(self, ask: IO[bytes], answer: IO[bytes]) -> None:
        self._ask = ask
        self._answer = answer

    def read(self, blob_id: str) -> bytes:
        """The whole blob; of a binary one, which nobody reads, only the first 8,000 bytes.

        Raises:
            ValueError: the repository holds no such blob, or `blob_id` is an abbreviation of several.
        """
        size = self._size(blob_id)
        head = self._answer.read(min(size, _HEAD))
        if not is_binary(head):
            blob = head + self._answer.read(size - len(head))
            self._end(size - len(blob))
            return blob
        self._end(size - len(head))
        return head

    def _size(self, blob_id: str) -> int:
        try:
            self._ask.write(f"{blob_id}\n".encode())
            self._ask.flush()
        except BrokenPipeError:
            raise SourceError("git cat-file ended early") from None
        answer = self._answer.readline().split()
        if not answer:
            raise SourceError("git cat-file ended early")
        if len(answer) != 3:  # noqa: PLR2004 - id, type, size; else "missing" or "ambiguous"
            raise ValueError(f"the repository does not hold blob {blob_id[:12]}")
        if answer[1] != b"blob":
            self._end(int(answer[2]))
            raise ValueError(f"{blob_id[:12]} is not a blob")
        return int(answer[2])

    def _end(self, rest: int) -> None:
        rest += 1  # the line end behind each object
        while rest:
            read = len(self._answer.read(min(rest, _BLOCK)))
            if not read:
                raise SourceError("git cat-file ended early")
            rest -= read


@contextmanager
def open_blobs(git: Git) -> Iterator[Blobs]:
    """Read blobs of a repository until the block ends."""
    with git.start(("cat-file", "--batch"), subprocess.DEVNULL) as process:
        if process.stdin is None or process.stdout is None:
            raise SourceError("git cat-file has no pipes")
        try:
            yield Blobs(process.stdin, process.stdout)
        finally:
            process.kill()
            with suppress(BrokenPipeError):  # what a write that failed left in the buffer
                process.stdin.close()
