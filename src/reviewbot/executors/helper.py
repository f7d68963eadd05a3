"""A child of this process, and the list of work that both of them take from."""

import marshal
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any, Final, NoReturn

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)
_WIDTH: Final = 4
_HEAD: Final = 8


class Claims:
    """Places in a list, each given out once, to whichever process asks next.

    Processes that share an open file share its offset, and each read moves it under the kernel's lock.
    """

    def __init__(self, places: Iterable[int]) -> None:
        self._file = os.memfd_create("claims")
        os.write(self._file, b"".join(place.to_bytes(_WIDTH, "big") for place in places))
        os.lseek(self._file, 0, os.SEEK_SET)

    def __enter__(self) -> "Claims":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def __iter__(self) -> Iterator[int]:
        while place := os.read(self._file, _WIDTH):
            yield int.from_bytes(place, "big")


class Helper:
    """A child at work, as its parent sees it."""

    def __init__(self, child: int, answer: int) -> None:
        self._child = child
        self._answer = open(answer, "rb")
        self._whole = False

    def sent(self) -> list[tuple[int, Any]]:
        """Each place that it took, with what it made of it; nothing if it has not sent all of that.

        Waits until the child has sent it or is gone.
        """
        size = int.from_bytes(self._answer.read(_HEAD), "big")
        values = self._answer.read()
        self._whole = 0 < size == len(values)
        return list(marshal.loads(values)) if self._whole else []  # noqa: S302 - our own child's, over our own pipe

    def end(self) -> None:
        """Leave neither the child nor its pipe behind."""
        self._answer.close()
        with suppress(
            ProcessLookupError, ChildProcessError
        ):  # where SIGCHLD is ignored, the kernel was quicker
            if not self._whole:
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)


def hire(work: Callable[[int], Any], places: Iterable[int], stack: ExitStack) -> Helper:
    """Start a child that does `work` for the places that it can get; it ends with the stack.

    Raises:
        OSError: no process or no pipe is to be had.
    """
    answer, send = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)  # so that no child outlives a signal unseen
    try:
        parent = os.getpid()
        child = os.fork()
        if not child:
            _serve(work, places, send, parent, before)
        helper = Helper(child, answer)
        stack.callback(helper.end)
    finally:
        os.close(send)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return helper


def _serve(work, places, send, parent, mask) -> NoReturn:
    """All that a child ever does; it leaves without a word, and without what its parent does at its end."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends its children
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        done = []
        for place in places:
            if os.getppid() != parent:
                break
            done.append((place, work(place)))
        values = marshal.dumps(done)
        with open(send, "wb") as pipe:
            pipe.write(len(values).to_bytes(_HEAD, "big") + values)
    finally:
        os._exit(0)
