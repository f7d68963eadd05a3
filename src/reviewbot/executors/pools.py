"""Where batches are read: in this process, in others of this machine, or on a cluster: an `Executor` each."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, Final, Literal, NamedTuple, ParamSpec, TypeVar

from reviewbot.errors import UsageError
from reviewbot.executors.death import Died
from reviewbot.executors.forks import may_fork

P = ParamSpec("P")
T = TypeVar("T")

LOCAL: Final = "local"
DASK: Final = "dask://"
_PATIENCE: Final = 5.0
"""Seconds for the system to end a process that is killed."""
HERE: Final = 0
"""Lanes where no other process is worth starting."""


class Pool(NamedTuple):
    """An executor, and how many tasks it works on at a time."""

    executor: Executor
    lanes: int


@contextmanager
def open_pool(name: str, lanes: int) -> Iterator[Pool]:
    """The executor that `--executor` names, until the block ends; whatever it is doing then is given up.

    `lanes` are the processes that are worth it on this machine, or `HERE`; a cluster has its own number.

    Raises:
        UsageError: there is no such executor, or it cannot be reached.
    """
    if name == LOCAL:
        with Here() if lanes == HERE else Processes(lanes) as executor:
            yield Pool(executor, max(lanes, 1))
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
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asks for the result
            done.set_exception(error)
        return done


class Processes(Executor):
    """Processes of this machine, one for each lane: one that dies takes its own task with it, and no other's.

    The standard library's pool breaks as a whole when one process dies, and does not say which task it was.
    """

    def __init__(self, lanes: int) -> None:
        # All at once, and before the threads of the lanes: a fork has what this process has loaded, which
        # saves a second each. One that takes the place of the dead is begun anew.
        self._workers = [_Worker("fork" if may_fork() else "spawn") for _ in range(lanes)]
        self._idle = list(self._workers)
        self._threads = ThreadPoolExecutor(lanes, thread_name_prefix="lane")
        self._lane = threading.local()
        self._ended = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `fn` called in another process; both, and what it is given, travel by pickle.

        The result raises what `fn` raises, or `Died`.
        """
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - see Executor
        """End at once: who still needs a result has waited for it before."""
        self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in tuple(self._workers):  # lanes take theirs out as they see it die
            worker.kill()

    def _call(self, fn: Callable[..., T], args: Any, kwargs: Any) -> T:  # noqa: ANN401 - whatever is submitted
        worker: _Worker | None = getattr(self._lane, "worker", None)
        if worker is None:
            worker = self._lane.worker = self._idle.pop() if self._idle else self._another()
        if self._ended:
            worker.kill()
        try:
            succeeded, value = worker.call(fn, args, kwargs)
        except (EOFError, OSError) as gone:
            self._lane.worker = None
            self._workers.remove(worker)
            worker.kill()
            raise Died("the process that worked on it died") from gone
        if not succeeded:
            raise value
        return value  # type: ignore[no-any-return] # it came from `fn`

    def _another(self) -> "_Worker":
        worker = _Worker("spawn")
        self._workers.append(worker)
        return worker


class _Worker:
    """One process, and the pipe to it."""

    def __init__(self, way: Literal["fork", "spawn"]) -> None:
        context: Any = multiprocessing.get_context(way)
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()  # so that its death is the end of the pipe

    def call(self, *task: Any) -> tuple[bool, Any]:  # noqa: ANN401 - function, arguments, keywords
        """Whether it went well, and what came of it.

        Raises:
            EOFError, OSError: the process is gone.
        """
        self._pipe.send(task)
        answer: tuple[bool, Any] = self._pipe.recv()
        return answer

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join(_PATIENCE)


def _serve(pipe: Connection, parent: int) -> None:
    """What a process does all its life. A terminal's Ctrl-C is its parent's business."""
    gc.freeze()  # what a fork has inherited stays where it is
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    with suppress(EOFError, OSError):  # the parent has no more work
        while True:
            fn, args, kwargs = pipe.recv()
            try:
                answer = (True, fn(*args, **kwargs))
            except Exception as error:  # noqa: BLE001 - it travels to whoever asks for the result
                answer = (False, error)
            pipe.send(answer)


def _follow(parent: int) -> None:
    """End with the parent, however that one ends."""
    while os.getppid() == parent:
        time.sleep(0.3)
    os._exit(1)


def cores() -> int:
    """Processes that are worth it here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
