"""A cluster that fails at a task."""

import os
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from command import Command
from executors.tasks import begin_and_die, double, events
from reviewbot.errors import UsageError
from reviewbot.executors.cluster import open_cluster
from reviewbot.executors.death import Died
from reviewbot.executors.pools import open_pool
from sweeping.cluster import cluster


@pytest.mark.parametrize(
    ("setting", "error"), [("ALLOWED_FAILURES=0", Died), ("NO_WORKERS_TIMEOUT=1s", ChildProcessError)]
)
def test_a_task_whose_workers_have_died_fails_like_that_of_any_machine(
    reviewbot: Command, tmp_path: Path, setting: str, error: type[Exception]
) -> None:
    name, value = f"DASK_DISTRIBUTED__SCHEDULER__{setting}".split("=")
    environment = reviewbot.environment(**{name: value})
    with (
        cluster(tmp_path / "dask", environment, workers=1) as there,
        open_cluster(there.address) as (executor, lanes),
    ):
        assert lanes == 1
        assert executor.submit(int, "7").result(60) == 7
        with pytest.raises(ValueError, match="seven"):
            executor.submit(int, "seven").result(60)
        with pytest.raises(error, match="worker"):
            executor.submit(os._exit, 1).result(60)


@pytest.mark.parametrize(
    "address", ["", "nohost", "nohost:", "host:port", "host:0", "host:99999", "a b:1", "h/x:1", ":1"]
)
def test_an_address_that_is_none_never_reaches_dask(address: str) -> None:
    with pytest.raises(UsageError, match="no address of a scheduler"), open_pool(f"dask://{address}", 1):
        pass


def test_a_host_that_is_nowhere_is_one_sentence(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    ran = reviewbot("sweep", "--engine", "static", "--executor", "dask://nohost.invalid:1", cwd=tmp_path)
    assert ran.code == 2
    assert "no Dask scheduler answers" in ran.err
    assert "Traceback" not in ran.err
    assert "Exception" not in ran.err


def test_no_task_is_begun_twice_however_many_workers_there_are(reviewbot: Command, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    here = str(Path(__file__).parents[1])
    with (
        cluster(tmp_path / "dask", reviewbot.environment(PYTHONPATH=here), workers=3) as there,
        open_cluster(there.address) as (executor, _),
    ):
        with pytest.raises(Died, match="worker"):
            executor.submit(begin_and_die, str(begun)).result(60)
        assert begun.read_text() == "begun\n"
        assert [executor.submit(double, n).result(60) for n in range(4)] == [0, 2, 4, 6]
        until(lambda: remembered(there.address) == 0)


def remembered(address: str) -> int:
    """How many tasks that were begun a scheduler still knows of."""
    dask: Any = import_module("distributed")
    with dask.Client(address, set_as_default=False) as client:
        return int(client.run_on_scheduler(events))


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)
