"""A child of this process, which works beside it and sends back what it made."""

import gc
import marshal
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from typing import Any, BinaryIO, Final, NoReturn

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)
_HEAD: Final = 8

Work = Callable[[int], Any]
"""What is made of a number: anything that `marshal` takes."""


class Child:
    """A child at work, as its parent sees it."""

    def __init__(self, number: int, answer: BinaryIO) -> None:
        self._number, self._answer = number, answer
        self._done = False

    def sent(self) -> list[tuple[int, Any]]:
        """Wait for what it made of each number that it took: all of that, or nothing if it died first."""
        size = int.from_bytes(self._answer.read(_HEAD), "big")
        values = self._answer.read()
        self._done = 0 < size == len(values)
        # It was made by our own code, and came over a pipe that nobody else holds.
        return list(marshal.loads(values)) if self._done else []  # noqa: S302

    def end(self) -> None:
        """Leave no process behind, at work or dead."""
        with suppress(ProcessLookupError, ChildProcessError):  # gone by itself, where SIGCHLD is ignored
            if not self._done:
                os.kill(self._number, signal.SIGKILL)
            os.waitpid(self._number, 0)


def start(work: Work, numbers: Iterable[int], stack: ExitStack) -> Child:
    """A child that works on the numbers that it gets, and ends with the stack at the latest.

    Raises:
        OSError: no process or no pipe is to be had.
    """
    reader, writer = os.pipe()
    answer = stack.enter_context(os.fdopen(reader, "rb"))
    parent = os.getpid()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)  # a signal finds the child known, or not there
    try:
        number = os.fork()
        if not number:
            _serve(work, numbers, answer, writer, parent)
        child = Child(number, answer)
        stack.callback(child.end)
    finally:
        os.close(writer)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    return child


def _serve(work: Work, numbers: Iterable[int], answer: BinaryIO, writer: int, parent: int) -> NoReturn:
    """All that a child does. It ends at once: what its parent opened or began, its parent ends."""
    try:
        gc.freeze()  # even the garbage
        answer.close()  # else it would wait for a reader for ever where its parent was killed
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells the parent too
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
        made = []
        for number in numbers:
            made.append((number, work(number)))
            if os.getppid() != parent:  # killed, with no time to end its children
                break
        values = marshal.dumps(made)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(len(values).to_bytes(_HEAD, "big") + values)
    finally:
        os._exit(0)
