"""A Dask cluster as an `Executor`: https://distributed.dask.org."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import Any, Final, ParamSpec, TypeVar

from reviewbot.errors import UsageError

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE: Final = 10
"""Seconds for a scheduler to answer."""
_RETRIES: Final = 3


@contextmanager
def open_cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The cluster behind a scheduler, and how many tasks it works on at a time.

    With TLS if Dask's own configuration names certificates. Whatever is under way when the block ends is
    cancelled there.

    Raises:
        UsageError: Dask is not installed, no scheduler answers, or it has no workers.
    """
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
        executor = client.get_executor(retries=_RETRIES, pure=False)
        try:
            yield Workers(executor), lanes
        finally:
            executor.shutdown(wait=False)


class Workers(Executor):
    """Dask's executor. What Dask itself has failed at is an OSError, as with any other machine."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `fn` called by a worker."""
        promised: Future[T] = Future()
        self._executor.submit(fn, *args, **kwargs).add_done_callback(partial(_hand_on, promised))
        return promised


def _hand_on(promised: Future[T], done: Future[T]) -> None:
    error = CancelledError("the cluster gave it up") if done.cancelled() else done.exception()
    if error is None:
        promised.set_result(done.result())
    elif type(error).__module__.partition(".")[0] == "distributed":
        promised.set_exception(ChildProcessError(str(error)))
    else:
        promised.set_exception(error)
