"""A cluster that fails at a task."""

import os
from pathlib import Path

import pytest

from command import Command
from reviewbot.executors.cluster import open_cluster
from sweeping.cluster import cluster


@pytest.mark.parametrize("setting", ["ALLOWED_FAILURES=0", "NO_WORKERS_TIMEOUT=1s"])
def test_a_task_whose_workers_have_died_fails_like_that_of_any_machine(
    reviewbot: Command, tmp_path: Path, setting: str
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
        with pytest.raises(ChildProcessError, match="worker"):
            executor.submit(os._exit, 1).result(60)
