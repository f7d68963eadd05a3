"""Where batches are read: in processes of this machine, or on a cluster. Both are an `Executor`."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple, ParamSpec, TypeVar

from reviewbot.errors import UsageError

P = ParamSpec("P")
T = TypeVar("T")

LOCAL: Final = "local"
DASK: Final = "dask://"
TRIES: Final = 3
"""A batch whose worker dies so often is not given to another one."""


class Pool(NamedTuple):
    """An executor, and how many tasks it works on at a time."""

    executor: Executor
    lanes: int


class Died(Exception):  # noqa: N818 - what the worker has done
    """Every worker that took up a task died of it, or beside it."""


@contextmanager
def open_pool(name: str, lanes: int) -> Iterator[Pool]:
    """The executor that `--executor` names, until the block ends; whatever it is doing then is given up.

    `lanes` are the processes that are worth it on this machine, this one itself if it is one; a cluster has
    its own number.

    Raises:
        UsageError: there is no such executor, or it cannot be reached.
    """
    if name == LOCAL:
        with Processes(lanes) if lanes > 1 else Here() as executor:
            yield Pool(executor, lanes)
    elif name.startswith(DASK):
        from reviewbot.executors.cluster import open_cluster  # noqa: PLC0415 - an extra, and a second to import

        with open_cluster(name.removeprefix(DASK)) as (executor, count):
            yield Pool(executor, count)
    else:
        raise UsageError(f"there is no executor {name!r}", "use local, or dask://HOST:PORT")


class Here(Executor):
    """This very process: for little work, for which no other one is worth starting."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call `fn` at once."""
        done: Future[T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Processes(Executor):
    """Processes of this machine, started anew where one dies.

    When a worker dies, nobody can tell which of the tasks under way it died of: each is tried again in a
    process of its own, so that in the end only the guilty one fails.
    """

    def __init__(self, lanes: int) -> None:
        self._lanes = lanes
        self._crew: ProcessPoolExecutor | None = None
        self._alone: set[ProcessPoolExecutor] = set()
        self._lock = threading.Lock()
        self._ended = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `fn` called in another process."""
        promised: Future[T] = Future()
        self._start(promised, lambda pool: pool.submit(fn, *args, **kwargs), 1)
        return promised

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - see Executor
        """End at once: who still needs a result has waited for it before."""
        with self._lock:
            self._ended = True
            pools = [*self._alone, *([self._crew] if self._crew else [])]
        for pool in pools:
            pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.kill()

    def _start(self, promised: Future[T], begin: Callable[[ProcessPoolExecutor], Future[T]], at: int) -> None:
        pool = self._pool(alone=at > 1)
        try:
            under_way = begin(pool)
        except BrokenProcessPool:  # it broke since
            self._broken(pool)
            under_way = begin(pool := self._pool(alone=True))

        def end(done: Future[T]) -> None:
            self._settle(promised, done, begin, pool, at)

        under_way.add_done_callback(end)

    def _settle(
        self,
        promised: Future[T],
        done: Future[T],
        begin: Callable[[ProcessPoolExecutor], Future[T]],
        pool: ProcessPoolExecutor,
        at: int,
    ) -> None:
        """Hand on a result, or try again if the process that should have given it died."""
        if done.cancelled():
            promised.cancel()
            return
        error = done.exception()
        if isinstance(error, BrokenProcessPool):
            self._broken(pool)
            if at < TRIES and not self._ended:
                self._start(promised, begin, at + 1)
                return
            error = Died(f"the worker died, {at} times")
        elif pool is not self._crew:
            self._dismiss(pool)
        if error:
            promised.set_exception(error)
        else:
            promised.set_result(done.result())

    def _pool(self, *, alone: bool) -> ProcessPoolExecutor:
        with self._lock:
            if alone:
                pool = _processes(1)
                self._alone.add(pool)
                return pool
            self._crew = self._crew or _processes(self._lanes)
            return self._crew

    def _broken(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            self._crew = None if pool is self._crew else self._crew
        self._dismiss(pool)

    def _dismiss(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            self._alone.discard(pool)
        pool.shutdown(wait=False, cancel_futures=True)


def _processes(count: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")  # a fork would inherit threads and locks
    return ProcessPoolExecutor(count, context, _begin, (os.getpid(),))


def _begin(parent: int) -> None:
    """What a worker does first: a terminal's Ctrl-C is its parent's business, and it does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.3)
    with suppress(BaseException):
        os._exit(1)


def cores() -> int:
    """Processes that are worth it here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
