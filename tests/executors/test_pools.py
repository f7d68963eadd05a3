import os
import pickle
import time
from pathlib import Path

import pytest

from executors.tasks import die_once, double, fail, place, slowly
from reviewbot.errors import UsageError
from reviewbot.executors.death import Died
from reviewbot.executors.pools import HERE, Here, Processes, open_pool


def test_two_processes_work_beside_this_one() -> None:
    with open_pool("local", 2) as pool:
        assert pool.lanes == 2
        assert list(pool.executor.map(double, range(20))) == [2 * n for n in range(20)]
        assert pool.executor.submit(place).result() != os.getpid()


def test_for_little_work_it_is_this_process() -> None:
    with open_pool("local", HERE) as pool:
        assert isinstance(pool.executor, Here)
        assert pool.executor.submit(place).result() == os.getpid()


def test_an_error_of_a_task_comes_back() -> None:
    with open_pool("local", 2) as pool, pytest.raises(ValueError, match="as asked"):
        pool.executor.submit(fail).result()


def test_a_worker_that_dies_takes_its_own_task_and_no_other(tmp_path: Path) -> None:
    with Processes(2) as crew:
        killed = crew.submit(die_once, str(tmp_path / "died"))
        others = [crew.submit(double, n) for n in range(30)]
        with pytest.raises(Died):
            killed.result(60)
        assert [other.result(60) for other in others] == [2 * n for n in range(30)]
        assert crew.submit(die_once, str(tmp_path / "died")).result(60) == "alive"


def test_a_task_that_nobody_can_read_is_an_error_and_not_the_end() -> None:
    with Processes(1) as crew:
        with pytest.raises((Died, AttributeError, TypeError, pickle.PicklingError)):
            crew.submit(lambda: 1).result(60)
        assert crew.submit(double, 4).result(60) == 8


def test_what_is_under_way_ends_with_the_block(tmp_path: Path) -> None:
    markers = [tmp_path / f"at-work-{number}" for number in range(4)]
    with Processes(4) as crew:
        for marker in markers:
            crew.submit(slowly, str(marker))
        while not all(marker.exists() and marker.read_text() for marker in markers):
            time.sleep(0.05)
    numbers = [int(marker.read_text()) for marker in markers]
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(map(alive, numbers)):
        time.sleep(0.05)
    assert [number for number in numbers if alive(number)] == []


def test_a_pool_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="no executor"), open_pool("ray://here", 2):
        pass


def alive(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
