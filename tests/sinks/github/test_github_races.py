"""G09: runs that race are processes of their own; the server holds one of them wherever it hurts."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from fakes.github.server import ACTIONS_TOKEN
from reviewbot.forge.state import read_state
from sinks.github.change import REPO, found
from sinks.github.stage import Stage

TESTS = Path(__file__).parents[2]
COMMENTS = r"/issues/1/comments$"
SECONDS = 60


def start(stage: Stage, title: str, head: str = "") -> "subprocess.Popen[str]":
    """A run about the head as it is now."""
    head = head or stage.pull.head_sha
    told = [stage.server.url, ACTIONS_TOKEN, stage.pull.merge_base, head, title]
    path = os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))
    env = {**os.environ, "PYTHONPATH": path}
    script = [sys.executable, str(Path(__file__).with_name("racer.py")), *told]
    return subprocess.Popen(script, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def end(run: "subprocess.Popen[str]") -> str:
    """What it says when it is done."""
    said, _ = run.communicate(timeout=SECONDS)
    assert run.returncode == 0, said
    return said


def head_told(stage: Stage) -> str:
    """The commit of the only summary that is left."""
    state = read_state(stage.summary.body, REPO, 1)
    assert state
    return state.head_sha


def test_G09_an_older_run_that_begins_its_comment_last_gives_way(stage: Stage) -> None:
    said: list[str] = []

    def overtake() -> None:
        stage.pull.push({"readme.md": "newer\n"})
        said.append(end(start(stage, "Newer")))

    stage.server.before(overtake, method="POST", path=COMMENTS)
    end(start(stage, "Older"))
    first, second = stage.pull.comments
    assert said[0].strip() == str(stage.summary.id) == str(first.id)
    assert head_told(stage) == stage.pull.head_sha
    assert "Newer" in first.body
    assert f"#issuecomment-{first.id}" in second.body


def test_G09_a_newer_run_takes_over_the_older_comment(stage: Stage) -> None:
    both_there = threading.Event()
    runs: list[subprocess.Popen[str]] = []

    def let_the_newer_come() -> None:
        stage.pull.push({"readme.md": "newer\n"})
        runs.append(start(stage, "Newer"))
        assert both_there.wait(SECONDS)

    def let_the_older_go() -> None:
        both_there.set()
        while not stage.pull.comments:
            time.sleep(0.01)

    stage.server.before(let_the_newer_come, method="POST", path=COMMENTS, nth=1)
    stage.server.before(let_the_older_go, method="POST", path=COMMENTS, nth=2)
    end(start(stage, "Older"))
    end(runs[0])
    first, second = stage.pull.comments
    assert stage.summary is first
    assert head_told(stage) == stage.pull.head_sha
    assert "Newer" in first.body
    assert f"#issuecomment-{first.id}" in second.body


def test_G09_two_runs_about_one_commit_leave_one_comment(stage: Stage) -> None:
    barrier = threading.Barrier(2, timeout=SECONDS)
    for nth in (1, 2):
        stage.server.before(barrier.wait, method="POST", path=COMMENTS, nth=nth)
    runs = [start(stage, "Twice"), start(stage, "Twice")]
    for run in runs:
        end(run)
    assert len(stage.pull.comments) == 2
    assert stage.summary is stage.pull.comments[0]


@pytest.mark.parametrize("late", [False, True])
def test_G09_an_older_run_that_ends_last_is_seen_for_what_it_is(stage: Stage, *, late: bool) -> None:
    stage.post(stage.report(found(11)))
    stage.pull.push({"readme.md": "older\n"})
    older = stage.pull.head_sha
    said: list[str] = []

    def overtake() -> None:
        stage.pull.push({"readme.md": "newer\n"})
        said.append(end(start(stage, "Newer")))

    # Its comment is on the way already in the one case; GitHub knows no edit under a condition.
    method, path = ("PATCH", ".*") if late else ("GET", r"/pulls/1$")
    stage.server.before(overtake, method=method, path=path)
    told = end(start(stage, "Older"))
    assert len(stage.pull.comments) == 1
    if late:
        assert f"the pull request is at {stage.pull.head_sha[:6]}" in stage.summary.body
    else:
        assert told.startswith("withheld")
        assert older[:12] in told
        assert head_told(stage) == stage.pull.head_sha
        assert "Newer" in stage.summary.body
