"""Batches go to workers and come back as reports, whatever becomes of the workers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reviewbot.diff import Target
from reviewbot.executors.death import Died
from reviewbot.executors.pools import Pool
from reviewbot.joined import join
from reviewbot.report import Coverage
from reviewbot.review import Usage
from reviewbot.settings import Settings
from reviewbot.sinks.json_report import render_json
from reviewbot.sources.directory import directory_tree
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap, GapKind, Side, Span
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.lanes import GRACE, TRIES, Lanes, Limit, Read
from reviewbot.sweeping.reading import Outcome, Task

TARGET = Target("sweep", "shop")
Work = Callable[[Task], Outcome]


@dataclass
class Workers(Executor):
    """Workers that do what a test says, at once; `Died` and other errors included."""

    work: Work
    tasks: list[Task] = field(default_factory=list)

    def submit(self, _fn: Callable[..., Any], /, *args: object, **_: object) -> Future[Any]:
        (task,) = args
        assert isinstance(task, Task)
        self.tasks.append(task)
        done: Future[Any] = Future()
        try:
            done.set_result(self.work(task))
        except Exception as error:  # noqa: BLE001 - the test's
            done.set_exception(error)
        return done


@dataclass
class Stuck(Executor):
    """Workers that never end."""

    def submit(self, _fn: Callable[..., Any], /, *_args: object, **_: object) -> Future[Any]:
        return Future()


def tree_of(place: Path, count: int) -> tuple[Tree, list[Batch]]:
    for number in range(count):
        (place / f"f{number}.py").write_text("x = 1\ny = 2\n")
    tree = directory_tree(place)
    return tree, [Batch((leaf,)) for leaf in tree.leaves]


def lanes(tree: Tree, executor: Executor, width: int = 2, **changes: object) -> Lanes:
    settings = Settings.model_validate({"max_cost": changes.pop("usd", None), "concurrency": 8})
    base = Lanes(tree, settings, Pool(executor, width), asks=True, seconds=None, tell=lambda _: None)
    return replace(base, **changes)  # type: ignore[arg-type]


def outcome(task: Task, spent: float = 0.0, unread: int = 0) -> Outcome:
    """A report on both lines of a file, of which so many were too dear."""
    path = task.leaves[0].path
    gap = Gap(path, (Span(path, Side.NEW, 1, unread),), GapKind.FAILED, "model", POOR) if unread else None
    report = replace(
        join(TARGET, (), [gap] if gap else ()),
        engines=("model",),
        usage=Usage(1, 10, 0, 5, spent),
        coverage=Coverage(2, 2 - unread, 0, 0, unread, 1),
    )
    return Outcome(render_json(report))


POOR = "the budget of $1 would be passed"


def reasons(reads: list[Read]) -> set[str]:
    return {gap.reason for read in reads for gap in read.report.gaps}


def test_a_batch_whose_worker_died_is_tried_again(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 4)
    died: list[str] = []

    def work(task: Task) -> Outcome:
        if task.leaves[0].path == "f1.py" and len(died) < TRIES - 1:
            died.append(task.leaves[0].path)
            raise Died("killed")
        return outcome(task)

    reads = list(lanes(tree, Workers(work)).read(cut))
    assert sorted(read.batch.leaves[0].path for read in reads) == ["f0.py", "f1.py", "f2.py", "f3.py"]
    assert reasons(reads) == set()


def test_a_batch_that_kills_every_worker_is_a_gap_and_its_cost_unknown(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 3)

    def work(task: Task) -> Outcome:
        if task.leaves[0].path == "f1.py":
            raise Died("killed")
        return outcome(task)

    workers = Workers(work)
    reads = list(lanes(tree, workers, usd=8.0).read(cut))
    assert len(workers.tasks) == 2 + TRIES
    assert reasons(reads) == {"no worker could read it: killed"}
    guilty = next(read.report for read in reads if read.batch.leaves[0].path == "f1.py")
    assert (guilty.coverage.changed, guilty.coverage.failed) == (2, 2)
    assert guilty.usage.cost_usd is None
    assert sum(task.share.usd or 0 for task in workers.tasks if task.leaves[0].path == "f1.py") <= 8.0


def test_what_a_dead_worker_has_spent_is_unknown_also_when_another_one_reads_its_batch(
    tmp_path: Path,
) -> None:
    tree, cut = tree_of(tmp_path, 2)
    for asks, spent in ((True, None), (False, 0.0)):
        reads = list(lanes(tree, Workers(dies_once("f1.py")), asks=asks).read(cut))
        bills = {read.batch.leaves[0].path: read.report.usage.cost_usd for read in reads}
        assert bills == {"f0.py": 0.0, "f1.py": spent}
        assert reasons(reads) == set()


def test_what_a_dead_worker_may_have_spent_is_not_left(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 2)
    crew = lanes(tree, Workers(dies_once("f1.py", spent=1.0)), usd=8.0)
    reads = list(crew.read(cut))
    assert [read.report.usage.cost_usd for read in reads if read.batch.leaves[0].path == "f0.py"] == [1.0]
    assert crew.left is not None
    assert 0 < crew.left <= 8.0 - 2 * 1.0 - 1.0  # two that were read, and one that may have cost as much


def dies_once(path: str, spent: float = 0.0) -> Work:
    """A worker that dies of a file, and another one that reads it."""
    died: list[str] = []

    def work(task: Task) -> Outcome:
        if task.leaves[0].path == path and not died:
            died.append(path)
            raise Died("killed")
        return outcome(task, spent)

    return work


def test_any_other_error_is_a_gap_too(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 2)

    def work(_: Task) -> Outcome:
        raise ModuleNotFoundError("no module named reviewbot")

    reads = list(lanes(tree, Workers(work)).read(cut))
    assert reasons(reads) == {"no worker could read it: no module named reviewbot"}
    assert sum(read.report.coverage.failed for read in reads) == 4


def test_what_is_no_report_is_a_gap(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 1)
    (read,) = lanes(tree, Workers(lambda _: Outcome('{"verdict": "clean"}'))).read(cut)
    assert "what the worker sent is no report" in next(iter(reasons([read])))


def test_who_reads_is_settled_before_a_worker_is_asked(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 1)
    asking, alone = Workers(outcome), Workers(outcome)
    list(lanes(tree, asking).read(cut))
    list(lanes(tree, alone, asks=False).read(cut))
    assert [workers.tasks[0].settings["engine"] for workers in (asking, alone)] == ["both", "static"]
    assert "api_key" not in asking.tasks[0].settings


def test_no_more_calls_at_a_time_than_the_setting_says(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 40)
    held: list[int] = []

    class Counting(Workers):
        def submit(self, _fn: Callable[..., Any], /, *args: object, **_: object) -> Future[Any]:
            (task,) = args
            assert isinstance(task, Task)
            held.append(task.share.calls)
            return Future()

    ticks = iter([0.0] * 12)
    stuck = lanes(tree, Counting(outcome), width=32, seconds=100.0, clock=lambda: next(ticks, 10_000.0))
    stream: Iterator[Read] = stuck.read(cut)
    next(stream)
    assert sum(held) == 8


def test_money_that_was_given_back_is_used(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 2)

    def work(task: Task) -> Outcome:
        assert task.share.usd is not None
        if task.leaves[0].path == "f0.py":
            return outcome(task, spent=min(task.share.usd, 3.0), unread=0 if task.share.usd >= 3 else 1)
        return outcome(task, spent=0.5)

    reads = list(lanes(tree, Workers(work), usd=5.0, limit=Limit(usd=5.0)).read(cut))
    last = {read.batch.leaves[0].path: read.report for read in reads}
    assert last["f0.py"].coverage.failed in {0, 1}
    assert sum(report.usage.cost_usd or 0 for report in last.values()) <= 5.0
    assert reasons(reads) <= {"the budget of $5 would be passed"}


def test_a_second_reading_that_brings_less_changes_nothing_but_the_bill(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 1)
    tries: list[Task] = []

    def work(task: Task) -> Outcome:
        tries.append(task)
        if len(tries) > 1:
            raise ValueError("broken")
        return outcome(task, spent=1.0, unread=1)

    *_, last = lanes(tree, Workers(work), usd=5.0).read(cut)
    assert len(tries) == 2
    assert (last.report.coverage.failed, last.report.engines) == (1, ("model",))
    assert last.report.usage.cost_usd is None


def test_a_rest_that_is_too_small_for_a_call_is_tried_once(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 6)
    workers = Workers(lambda task: outcome(task, spent=0.0, unread=1))
    list(lanes(tree, workers, usd=0.01).read(cut))
    assert len(workers.tasks) == 6 + 1


def test_time_ends_what_is_stuck(tmp_path: Path) -> None:
    tree, cut = tree_of(tmp_path, 3)
    now = [0.0]

    def clock() -> float:
        now[0] += GRACE
        return now[0]

    reads = list(lanes(tree, Stuck(), seconds=200.5, limit=Limit(seconds=300.0), clock=clock).read(cut))
    assert reasons(reads) == {"the 300 s of this sweep were over"}
    assert sum(read.report.coverage.failed for read in reads) == 6
    # The third was never begun; what the others have cost nobody knows.
    assert sorted(str(read.report.usage.cost_usd) for read in reads) == ["0.0", "None", "None"]
