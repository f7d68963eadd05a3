"""A Dask cluster as an `Executor`: https://distributed.dask.org.

Dask runs a task again by itself: where a worker has died of it, with one that only held its result, too. What
has a price is not to be paid twice in silence, so a task is begun once, and whoever asks hears of the rest.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from typing import Any, Final, ParamSpec, TypeVar
from uuid import uuid4

from reviewbot.errors import UsageError
from reviewbot.executors.death import Died

P = ParamSpec("P")
T = TypeVar("T")

_ADDRESS: Final = re.compile(r"(?:[^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")
_LAST_PORT: Final = 65_535
_PATIENCE: Final = 10
"""Seconds for a scheduler to answer."""


@contextmanager
def open_cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The cluster behind a scheduler, and how many tasks it works on at a time.

    With TLS if Dask's own configuration names certificates. Whatever is under way when the block ends is
    cancelled there.

    Raises:
        UsageError: the address is not HOST:PORT, Dask is not installed, no scheduler answers, or it has no
            workers.
    """
    found = _ADDRESS.fullmatch(address)
    if not found or not 0 < int(found["port"]) <= _LAST_PORT:  # Dask would leave a traceback beside its error
        raise UsageError(f"{address!r} is no address of a scheduler", "write it as dask://HOST:PORT")
    try:
        dask: Any = import_module("distributed")  # an extra, which takes a second to import
    except ImportError as error:
        raise UsageError(
            "Dask is not installed", 'install it beside reviewbot: pip install "reviewbot[cluster]"'
        ) from error
    security = dask.Security()
    scheme = "tls" if security.tls_ca_file else "tcp"
    try:
        client = dask.Client(
            f"{scheme}://{address}", timeout=_PATIENCE, security=security, set_as_default=False
        )
    except (OSError, ValueError, TypeError) as error:  # a TypeError where a certificate of our own is missing
        raise UsageError(
            f"no Dask scheduler answers at {scheme}://{address}: {error}",
            "docs/scale.md says how to start one",
        ) from error
    with client:
        lanes = sum(client.nthreads().values())
        if not lanes:
            raise UsageError(
                f"the scheduler at {address} has no workers", "start some: docs/scale.md says how"
            )
        executor = client.get_executor(retries=0, pure=False)
        try:
            yield Workers(client, executor), lanes
        finally:
            executor.shutdown(wait=False)


class Workers(Executor):
    """Dask's executor. What Dask itself has failed at is an OSError, as with any other machine."""

    def __init__(self, client: Any, executor: Executor) -> None:  # noqa: ANN401 - Dask's, an extra
        self._client, self._executor = client, executor

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `fn` called by a worker, once; the result raises `Died` if that worker died."""
        promised: Future[T] = Future()
        name = f"reviewbot-{uuid4().hex}"
        done = self._executor.submit(partial(_begin, name, fn), *args, **kwargs)
        done.add_done_callback(partial(_hand_on, promised))
        done.add_done_callback(lambda _: self._client.loop.add_callback(self._forget, name))
        return promised

    async def _forget(self, name: str) -> None:
        with suppress(OSError):  # the scheduler has gone
            await self._client.scheduler.event_clear(name=name)


def _begin(name: str, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call `fn`, on a worker, if none has begun to: the scheduler remembers that in an event."""
    begun: Any = import_module("distributed").Event(name)
    if begun.is_set():
        raise Died("the worker that worked on it died")
    begun.set()
    return fn(*args, **kwargs)


def _hand_on(promised: Future[T], done: Future[T]) -> None:
    error = CancelledError("the cluster gave it up") if done.cancelled() else done.exception()
    if error is None:
        promised.set_result(done.result())
    elif type(error).__name__ == "KilledWorker":
        promised.set_exception(Died(str(error)))
    elif type(error).__module__.partition(".")[0] == "distributed":
        promised.set_exception(ChildProcessError(str(error)))
    else:
        promised.set_exception(error)
