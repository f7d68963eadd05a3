"""Blobs by id from one git process."""

import itertools
import os
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from reviewbot.diff import is_binary
from reviewbot.errors import SourceError
from reviewbot.sources.git import Git

_HEAD = 8_000
_BLOCK = 1 << 20
_AHEAD = 48
"""Ids asked for before they are needed; so few fit into any pipe, so neither side blocks the other.

They are asked for by the half: one at a time wakes git for each blob.
"""


class Blobs:
    """One `git cat-file --batch`, which works on expected ids while the caller works on earlier ones."""

    def __init__(self, ask: IO[bytes], answer: IO[bytes]) -> None:
        self._ask = ask
        self._answer = answer
        self._expected: Iterator[str] = iter(())
        self._asked: deque[str] = deque()
        self._held: dict[str, bytes | ValueError] = {}

    def expect(self, ids: Iterable[str]) -> None:
        """Say what will be read, for the most part in this order."""
        self._expected = iter(ids)

    def read(self, blob_id: str) -> bytes:
        """The whole blob; of a binary one, which nobody reads, only the first 8,000 bytes.

        Raises:
            ValueError: the repository holds no such blob, or `blob_id` is an abbreviation of several.
        """
        if len(self._asked) <= _AHEAD // 2:
            self._ask_for([*itertools.islice(self._expected, _AHEAD - len(self._asked))])
        if blob_id not in self._held and blob_id not in self._asked:
            self._ask_for([blob_id])
        while blob_id not in self._held:
            self._held[self._asked.popleft()] = self._next()
        blob = self._held.pop(blob_id)
        if isinstance(blob, ValueError):
            raise blob
        return blob

    def _ask_for(self, ids: Sequence[str]) -> None:
        if not ids:
            return
        self._asked.extend(ids)
        try:
            self._ask.write("".join(f"{blob_id}\n" for blob_id in ids).encode())
            self._ask.flush()
        except BrokenPipeError:
            raise SourceError("git cat-file ended early") from None

    def _next(self) -> bytes | ValueError:
        """The next answer, or what is wrong with the id that was asked for."""
        line = self._answer.readline()
        answer = line.split()
        if not answer:
            raise SourceError("git cat-file ended early")
        if len(answer) != 3:  # noqa: PLR2004 - id, type, size; else "missing" or "ambiguous"
            return ValueError(f"the repository does not hold blob {os.fsdecode(answer[0])[:12]}")
        size = int(answer[2])
        if answer[1] != b"blob":
            self._end(size)
            return ValueError(f"{os.fsdecode(answer[0])[:12]} is not a blob")
        head = self._answer.read(min(size, _HEAD))
        if is_binary(head):
            self._end(size - len(head))
            return head
        blob = head + self._answer.read(size - len(head) + 1)  # with the line end behind each object
        if len(blob) != size + 1:
            raise SourceError("git cat-file ended early")
        return blob[:size]

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
