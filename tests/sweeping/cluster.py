"""A real Dask cluster on loopback: a scheduler and workers, each a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

_QUIET = ("--no-dashboard", "--host", "127.0.0.1")


@dataclass(frozen=True)
class Cluster:
    """Where its scheduler listens, and its workers."""

    address: str
    workers: tuple["subprocess.Popen[bytes]", ...]

    def kill_one(self) -> None:
        """End one worker as the system does when it runs out of memory."""
        os.kill(self.workers[0].pid, signal.SIGKILL)


@contextmanager
def cluster(folder: Path, environment: Mapping[str, str], workers: int = 2) -> Iterator[Cluster]:
    """A cluster whose workers have these surroundings."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:

        def start(program: str, *arguments: str) -> "subprocess.Popen[bytes]":
            log = stack.enter_context((folder / f"{program}.log").open("ab"))
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", f"distributed.cli.{program}", *arguments, *_QUIET],
                    cwd=folder,
                    env=dict(environment),
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                )
            )
            stack.callback(process.kill)
            return process

        start("dask_scheduler", "--port", "0", "--scheduler-file", "scheduler.json")
        file = folder / "scheduler.json"
        _until(file.exists)
        _until(lambda: '"address"' in file.read_text())
        local = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        started = tuple(
            start("dask_worker", "--scheduler-file", "scheduler.json", *local) for _ in range(workers)
        )
        logs = folder / "dask_worker.log"
        _until(lambda: not workers or logs.read_text().count("Registered to") >= workers)
        address = file.read_text().split("://")[1].split('"')[0]
        yield Cluster(address, started)


def _until(what: object) -> None:
    deadline = time.monotonic() + 90
    while not (callable(what) and what()):
        assert time.monotonic() < deadline, "the cluster did not start"
        time.sleep(0.1)
