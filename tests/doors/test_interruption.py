"""A person or a CI system that stops a review gets an exit code that says so, soon, and no half report."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import Command
from fakes.model_server import ModelServer, stall


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_P01_a_signal_ends_a_stalled_review(
    reviewbot: Command, example: Path, sent: signal.Signals, code: int
) -> None:
    with ModelServer(stall()) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "reviewbot", "review", "--base", "main", "--base-url", server.base_url],
            cwd=example,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=reviewbot.environment(),
        )
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
