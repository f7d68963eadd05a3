"""A sweep is paid once: stopped in any way it goes on, and what has not changed is not read again."""

import fcntl
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from command import Command, Ran
from fakes.model_server import Answer, ModelServer, Request, completion, findings, item, stall
from repositories import commit
from sweeping.trees import function, many, memory, repository

COUNT = 40


def sweep(reviewbot: Command, place: Path, kept: Path, server: ModelServer, *more: str, **env: str) -> Ran:
    """Sweep with a model and nobody who verifies, so that calls can be counted."""
    return reviewbot(
        *("sweep", str(place), "--engine", "model", "--base-url", server.base_url, "--format", "json"),
        *("--cache", str(kept), "--no-verify", *more),
        cwd=place.parent,
        stdin=b"",
        **env,
    )


def of_code(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what it has cost, and whom nobody had to ask."""
    coverage = {name: value for name, value in report["coverage"].items() if name != "cached_lines"}
    return {**report, "usage": None, "coverage": coverage}


def one_finding(request: Request) -> Answer:
    """A model that complains about one of the files."""
    if "step7(" in request.chunk:
        return findings(item("def step7(value):", cwe="CWE-20"))
    return completion()


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def started(reviewbot: Command, place: Path, kept: Path, server: ModelServer) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "reviewbot", "sweep", str(place), "--engine", "model"),
            *("--base-url", server.base_url, "--cache", str(kept), "--no-verify"),
        ],
        cwd=place.parent,
        env=reviewbot.environment(REVIEWBOT_CONCURRENCY="1", REVIEWBOT_PACK_TOKENS="0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_P03_a_killed_sweep_goes_on_and_ends_with_the_same_report(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", many(100))
    with ModelServer(one_finding) as server:
        undisturbed = sweep(reviewbot, place, tmp_path / "calm", server, REVIEWBOT_CONCURRENCY="1")
        asked = len(server.requests)
        assert asked == 100
        with started(reviewbot, place, tmp_path / "kept", server) as process:
            until(lambda: len(server.requests) >= asked + 37)
            os.killpg(process.pid, signal.SIGKILL)
        before = len(server.requests)
        resumed = sweep(reviewbot, place, tmp_path / "kept", server, REVIEWBOT_CONCURRENCY="1")
        assert len(server.requests) - before <= 100 - 37 + 1
    assert resumed.code == undisturbed.code == 1
    assert of_code(resumed.report) == of_code(undisturbed.report)
    assert len(resumed.report["findings"]) == 1


def test_a_second_sweep_asks_nobody_and_says_the_same(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", many(COUNT))
    with ModelServer(one_finding) as server:
        first = sweep(reviewbot, place, tmp_path / "kept", server)
        asked = len(server.requests)
        second = sweep(reviewbot, place, tmp_path / "kept", server)
        assert len(server.requests) == asked
    assert of_code(second.report) == of_code(first.report)
    usage = second.report["usage"]
    assert (usage["calls"], usage["cost_usd"]) == (0, 0.0)
    assert second.report["coverage"]["cached_lines"] == second.report["coverage"]["reviewed_lines"]


def test_only_what_changed_is_sent_again(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", many(COUNT))
    with ModelServer(lambda _: completion()) as server:
        sweep(reviewbot, place, tmp_path / "kept", server)
        asked = len(server.requests)
        commit(
            place,
            {"area3/part003.py": function("step3") + "\n\n" + function("other"), "new.py": function("new")},
        )
        after = sweep(reviewbot, place, tmp_path / "kept", server)
        sent = server.requests[asked:]
    assert after.code == 0, after.err
    assert {request.chunk.split(" ", 1)[0] for request in sent} == {"area3/part003.py", "new.py"}


def test_P04_a_second_sweep_at_once_is_refused_and_a_dead_one_is_not_waited_for(
    reviewbot: Command, tmp_path: Path
) -> None:
    place = repository(tmp_path / "shop", many(3))
    with (
        ModelServer(lambda _: stall()) as server,
        started(reviewbot, place, tmp_path / "kept", server) as process,
    ):
        until(lambda: bool(server.requests))
        refused = sweep(reviewbot, place, tmp_path / "kept", server)
        os.killpg(process.pid, signal.SIGKILL)
    assert refused.code == 2
    assert f"another sweep (process {process.pid}, since " in refused.err
    with ModelServer(lambda _: completion()) as server:
        assert sweep(reviewbot, place, tmp_path / "kept", server).code == 0


def test_P04_the_lock_is_the_systems_own(reviewbot: Command, tmp_path: Path) -> None:
    place, state = repository(tmp_path / "shop", many(1)), tmp_path / "state"
    static = ("sweep", place, "--engine", "static", "--state", state)
    assert reviewbot(*static, cwd=tmp_path).code == 0
    (memory(state) / "sweep.lock").write_text("what a dead process left 12")
    assert reviewbot(*static, cwd=tmp_path).code == 0
    with (memory(state) / "sweep.lock").open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert reviewbot(*static, cwd=tmp_path).code == 2


def test_P04_a_repository_that_is_busy_costs_the_others_of_a_list_nothing(
    reviewbot: Command, tmp_path: Path
) -> None:
    """Whether it is swept or being cloned."""
    for name in ("shop", "tools", "far"):
        repository(tmp_path / name, {f"{name}.py": BAD})
    far, state = f"file://{tmp_path}/far", tmp_path / "state"
    static = ("sweep", "shop", "tools", far, "--engine", "static", "--state", state, "--format", "json")
    assert reviewbot(*static, cwd=tmp_path).code == 1
    with ExitStack() as stack:
        for name in ("shop", "far"):
            (lock,) = state.glob(f"{name}-*/sweep.lock")
            fcntl.flock(stack.enter_context(lock.open("r+")), fcntl.LOCK_EX)
        ran = reviewbot(*static, "--reports", "out", cwd=tmp_path)
    assert ran.code == 3, ran.err
    assert [finding["path"] for finding in ran.report["findings"]] == ["tools/tools.py"]
    gaps = {gap["path"]: gap["reason"] for gap in ran.report["coverage"]["gaps"]}
    assert set(gaps) == {"shop", "far"}
    assert all("is at work on this repository" in reason for reason in gaps.values())
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize("damage", ["random", "cut", "foreign", "newer"])
def test_P05_a_damaged_state_costs_time_and_nothing_else(
    reviewbot: Command, tmp_path: Path, damage: str
) -> None:
    place, state = repository(tmp_path / "shop", {**many(5), "bad.py": BAD}), tmp_path / "state"
    static = ("sweep", place, "--engine", "static", "--state", state, "--format", "json")
    first = reviewbot(*static, cwd=tmp_path)
    file = memory(state) / "reviewbot.sqlite"
    for more in file.parent.glob("reviewbot.sqlite-*"):
        more.unlink()
    whole = file.read_bytes()
    file.write_bytes(
        {
            "random": os.urandom(5_000),
            "cut": whole[: len(whole) // 2],
            "foreign": foreign(tmp_path / "other.sqlite"),
            "newer": whole[:60] + (99).to_bytes(4, "big") + whole[64:],
        }[damage]
    )
    again = reviewbot(*static, cwd=tmp_path)
    assert "set aside" in again.err
    assert again.out == first.out
    assert again.code == first.code == 1
    assert reviewbot(*static, cwd=tmp_path).err == ""


def foreign(place: Path) -> bytes:
    """A database of somebody else."""
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE notes(text)")
    return place.read_bytes()


def rewrite(state: Path, statement: str, value: object) -> None:
    """Change what a sweep has kept."""
    with closing(sqlite3.connect(memory(state) / "reviewbot.sqlite")) as kept:
        kept.execute(statement, (value,))
        kept.commit()


BAD = "import subprocess\n\ndef run(request):\n    subprocess.call(request.args['x'], shell=True)\n"


def test_S31_a_report_that_was_put_there_is_not_believed(reviewbot: Command, tmp_path: Path) -> None:
    """A clean one, in place of the one that was kept."""
    place, state = repository(tmp_path / "shop", {"bad.py": BAD}), tmp_path / "state"
    static = ("sweep", place, "--engine", "static", "--state", state, "--format", "json")
    first = reviewbot(*static, cwd=tmp_path)
    assert first.code == 1
    clean = json.dumps({**first.report, "findings": [], "verdict": "clean"})
    rewrite(state, "UPDATE answers SET text = ?", clean.encode())
    assert reviewbot(*static, cwd=tmp_path).out == first.out


def test_money_that_runs_out_is_a_gap_and_the_next_sweep_goes_on(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", many(COUNT))
    prices = tmp_path / "prices.toml"
    prices.write_text("[prices]\nfake = [100.0, 100.0, 100.0]\n")
    with ModelServer(lambda _: completion()) as server:
        limited = ("--model", "fake", "--config", str(prices), "--max-cost", "2")
        first = sweep(reviewbot, place, tmp_path / "kept", server, *limited, REVIEWBOT_PACK_TOKENS="0")
        assert first.code == 3
        assert 0 < first.report["usage"]["cost_usd"] <= 2
        reasons = {gap["reason"] for gap in first.report["coverage"]["gaps"]}
        assert reasons == {"the budget of $2 would be passed"}
        asked = len(server.requests)
        assert 0 < asked < COUNT
        rest = ("--model", "fake", "--config", str(prices))
        second = sweep(reviewbot, place, tmp_path / "kept", server, *rest, REVIEWBOT_PACK_TOKENS="0")
        assert len(server.requests) == COUNT
    assert second.code == 0
    assert second.report["coverage"]["failed_lines"] == 0


def test_time_that_runs_out_is_a_gap_with_every_line(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {**many(COUNT), "logo.png": b"\0" * 10, "yarn.lock": "a\n"})
    static = ("sweep", place, "--engine", "static", "--format", "json", "--state", tmp_path / "state")
    out_of_time = reviewbot(*static, "--deadline", "0.001s", cwd=tmp_path)
    assert out_of_time.code == 3
    coverage = out_of_time.report["coverage"]
    assert coverage["changed_lines"] == 2 * COUNT + 1
    assert (coverage["failed_lines"], coverage["skipped_lines"]) == (2 * COUNT, 1)
    assert reviewbot(*static, cwd=tmp_path).code == 0


def test_when_time_is_over_nothing_is_cloned_any_more(reviewbot: Command, tmp_path: Path) -> None:
    """What is here is still listed, line by line, and what is known of it told."""
    repository(tmp_path / "here", many(3))
    far, state = repository(tmp_path / "far", many(3)), tmp_path / "state"
    static = ("--engine", "static", "--format", "json", "--state", state, "--deadline", "0.001s")
    ran = reviewbot("sweep", "here", f"file://{far}", *static, cwd=tmp_path)
    assert ran.code == 3, ran.err
    assert list(state.rglob("clone.git")) == []
    reason = "the 0.001 s of this sweep were over"
    assert {gap["reason"] for gap in ran.report["coverage"]["gaps"]} == {reason}
    assert "far" in {gap["path"] for gap in ran.report["coverage"]["gaps"]}
    assert ran.report["coverage"]["failed_lines"] == 3 * 2


def test_when_time_is_over_no_clone_is_waited_for(reviewbot: Command, tmp_path: Path) -> None:
    repository(tmp_path / "here", many(3))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        far = f"https://127.0.0.1:{silent.getsockname()[1]}/octo/shop"
        static = ("--engine", "static", "--format", "json", "--state", tmp_path / "state")
        ran = reviewbot("sweep", far, "here", *static, "--deadline", "2s", cwd=tmp_path)
    assert ran.code == 3, ran.err
    gaps = {gap["path"]: gap["reason"] for gap in ran.report["coverage"]["gaps"]}
    assert gaps["octo/shop"] == "the 2 s of this sweep were over"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_P01_a_signal_ends_a_sweep_and_all_its_workers(
    reviewbot: Command, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    listen = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
        " os.execv(sys.executable, [sys.executable, '-m', 'reviewbot', *sys.argv[1:]])"
    )
    wide = "x = 1\n" * 20_000
    place = repository(tmp_path / "shop", {f"area{n}/part.py": f"# {n}\n{wide}" for n in range(12)})
    with (
        ModelServer(lambda _: stall()) as server,
        subprocess.Popen(
            [
                *(sys.executable, "-c", listen, "sweep", str(place), "--engine", "model"),
                *("--base-url", server.base_url, "--cache", str(tmp_path / "kept")),
            ],
            cwd=tmp_path,
            env=reviewbot.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process,
    ):
        until(lambda: bool(server.requests))
        asked = time.monotonic()
        process.send_signal(sent)
        out, err = process.communicate(timeout=30)
        assert time.monotonic() - asked < 10
        until(lambda: not group(process.pid))
    assert process.returncode == code
    assert out == b""
    assert b"Traceback" not in err


def group(leader: int) -> list[str]:
    """The processes of a session that still live."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, process_group = file.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state != "Z" and int(process_group) == leader:
            found.append(file.parent.name)
    return found


def test_P06_a_state_that_cannot_be_written_costs_no_report(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {"bad.py": BAD})
    (tmp_path / "file").write_text("")
    ran = reviewbot("sweep", place, "--engine", "static", "--state", tmp_path / "file", cwd=tmp_path)
    assert ran.code == 1
    assert "CWE-78" in ran.out
    assert "cannot be" in ran.err


def test_P06_a_disk_that_fills_up_during_a_sweep_costs_no_report(reviewbot: Command, tmp_path: Path) -> None:
    place = repository(tmp_path / "shop", {**many(COUNT), "bad.py": BAD})
    static = ("sweep", str(place), "--engine", "static", "--format", "json")
    limited = (
        "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000));"
        # -B: Python itself leaves half of a .pyc behind where a disk is full.
        " os.execv(sys.executable, [sys.executable, '-B', '-m', 'reviewbot', *sys.argv[1:]])"
    )
    full = subprocess.run(
        [sys.executable, "-c", limited, *static, "--state", str(tmp_path / "state")],
        check=False,
        cwd=tmp_path,
        env=reviewbot.environment(),
        capture_output=True,
        timeout=120,
    )
    assert json.loads(full.stdout) == reviewbot(*static, cwd=tmp_path).report
    assert full.returncode == 1
    assert b"cannot be" in full.stderr or b"could not be" in full.stderr
    assert b"Traceback" not in full.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_P06_a_report_of_a_sweep_that_cannot_be_written_is_an_error(
    reviewbot: Command, tmp_path: Path
) -> None:
    place = repository(tmp_path / "shop", {"bad.py": BAD})
    outputs = ("--format", "json", "--output", "/dev/full", "--format", "text", "--output", tmp_path / "told")
    ran = reviewbot("sweep", place, "--engine", "static", *outputs, cwd=tmp_path)
    assert ran.code == 5
    assert "/dev/full" in ran.err
    assert "CWE-78" in (tmp_path / "told").read_text()


def test_P07_a_clock_that_jumps_changes_no_finding(reviewbot: Command, tmp_path: Path) -> None:
    """Kept reports of a time to come are read anew; deadlines do not follow the clock on the wall."""
    place, state = repository(tmp_path / "shop", {"bad.py": BAD}), tmp_path / "state"
    static = ("sweep", place, "--engine", "static", "--state", state, "--format", "json", "--deadline", "10m")
    first = reviewbot(*static, cwd=tmp_path)
    for days in (3, -3):
        rewrite(state, "UPDATE answers SET at = at + ?", days * 86_400)
        assert reviewbot(*static, cwd=tmp_path).out == first.out
