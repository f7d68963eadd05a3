"""What workers are given to do; a module of its own, since another process must find it by name."""

import os
import signal
import time
from pathlib import Path
from typing import Any


def double(number: int) -> int:
    return 2 * number


def place() -> int:
    return os.getpid()


def die_once(marker: str) -> str:
    """Die the first time, and live the second."""
    try:
        Path(marker).touch(exist_ok=False)
    except FileExistsError:
        return "alive"
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def begin_and_die(marker: str) -> None:
    """Write down each beginning."""
    with Path(marker).open("a") as log:
        log.write("begun\n")
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise ValueError("as asked")


def slowly(marker: str) -> None:
    Path(marker).write_text(str(os.getpid()))
    time.sleep(60)


def events(dask_scheduler: Any) -> int:  # noqa: ANN401 - Dask's, an extra
    """How many events a scheduler remembers."""
    return len(dask_scheduler.extensions["events"]._events)  # noqa: SLF001 - nothing else counts them
