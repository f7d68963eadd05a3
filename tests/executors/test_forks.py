"""One function over many items by several processes."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from executors.scenes import MISFORTUNES, start, watch
from reviewbot.executors.forks import HEAVIEST, Parcels, fork_map


@pytest.mark.parametrize("children", [1, 3])
def test_items_go_over_several_processes_and_come_back_in_order(children: int) -> None:
    assert watch("shared", str(children)) == {"in order": True, "processes": children + 1, "left": False}


def test_no_items_are_no_work() -> None:
    assert list(fork_map(str, (), Parcels(int, lambda _, made: made, lambda _, made: made))) == []


def test_what_is_light_is_done_without_a_child() -> None:
    assert watch("light") == 1


@pytest.mark.parametrize("what", MISFORTUNES)
def test_the_share_of_a_child_that_comes_to_grief_is_done_by_its_parent(what: str) -> None:
    assert watch("misfortune", what) == {"in order": True, "by the parent": True, "left": False}


def test_an_exception_is_raised_here_and_ends_the_child_that_is_at_work() -> None:
    assert watch("failure") == {"raised": "no", "soon": True, "left": False}


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_child_does_not_outlive_its_parent(sent: signal.Signals, tmp_path: Path) -> None:
    report = tmp_path / "report"
    with start("stalled", str(report)) as playing:
        child = _child_in(report)
        playing.send_signal(sent)
        assert playing.wait(timeout=30) != 0
    deadline = time.monotonic() + 30 * (sent is signal.SIGKILL)  # then it ends with its item
    while _is_at_work(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_at_work(child)


@pytest.mark.parametrize(("why", "spare"), [("another thread", 0), ("no file", 1), ("no pipe", 1)])
def test_what_cannot_be_shared_is_done_alone(why: str, spare: int) -> None:
    assert watch("unforkable", why) == {"spare": spare, "all": True}


def test_a_child_neither_prints_nor_ends_what_its_parent_began() -> None:
    assert watch("endings") == [[1]]


def test_only_so_many_items_are_taken_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(9):
            taken.append(number)
            yield number

    parcels: Parcels[int, int] = Parcels(
        lambda _: HEAVIEST // 3 + 1, lambda _, made: made, lambda _, made: made
    )
    results = fork_map(abs, items(), parcels, lambda: 0)
    assert next(results) == 0
    assert taken == [0, 1, 2]
    assert [*results] == [*range(1, 9)]


def _child_in(report: Path) -> int:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if report.exists() and (text := report.read_text(encoding="ascii")).endswith("\n"):
            return int(text)
        time.sleep(0.02)
    raise TimeoutError


def _is_at_work(process: int) -> bool:
    """Whether it is there, and not only its name in the list of a parent that does not ask for it."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
