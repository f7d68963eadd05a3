"""A person or a CI system that stops a review gets an exit code that says so, soon, and no half report."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command import Command
from fakes.model_server import ModelServer, stall

# What a shell starts in the background inherits deafness to SIGINT; this starts the command without it.
LISTEN = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, "-m", "reviewbot", *sys.argv[1:]])
"""
ATTENTIVE = (sys.executable, "-c", LISTEN)


@contextmanager
def ending(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """No process outlives its test."""
    try:
        yield
    finally:
        process.kill()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_P01_a_signal_ends_a_stalled_review(
    reviewbot: Command, example: Path, sent: signal.Signals, code: int
) -> None:
    with (
        ModelServer(stall()) as server,
        subprocess.Popen(
            [*ATTENTIVE, "review", "--base", "main", "--base-url", server.base_url],
            cwd=example,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=reviewbot.environment(),
        ) as process,
        ending(process),
    ):
        deadline = time.monotonic() + 60
        while not server.requests and time.monotonic() < deadline:
            time.sleep(0.05)
        assert server.requests
        asked = time.monotonic()
        process.send_signal(sent)
        out, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert time.monotonic() - asked < 10
    assert out == b""
    assert b"Traceback" not in err


def test_a_thread_that_reads_does_not_keep_a_review_alive(reviewbot: Command) -> None:
    """`timeout 120 reviewbot review` has to end, whatever is being read."""
    stuck = (
        "import asyncio, sys, time\n"
        "from reviewbot.doors import cli\n"
        "def work():\n"
        "    print('begun', flush=True)\n"
        "    time.sleep(120)\n"
        "@cli.commands.command()\n"
        "def stuck():\n"
        "    asyncio.run(asyncio.to_thread(work))\n"
        "cli.Commands.get_command = lambda self, ctx, name: stuck\n"
        "sys.exit(cli.run(['stuck']))\n"
    )
    with (
        subprocess.Popen(
            [sys.executable, "-c", stuck], stdout=subprocess.PIPE, env=reviewbot.environment()
        ) as process,
        ending(process),
    ):
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.terminate()
        assert process.wait(timeout=30) == 143
