"""The command of the tests is itself tested where its mistakes would be taken for the product's."""

import subprocess
from pathlib import Path

import pytest

from command import Command, Zygote


def test_a_command_that_hangs_leaves_no_exit_code_to_the_next(tmp_path: Path, reviewbot: Command) -> None:
    """A diff that never comes: the reader waits for it for ever."""
    zygote = Zygote(reviewbot.home, seconds=60)
    command = Command(reviewbot.home, zygote)
    try:
        assert command("--version", cwd=tmp_path).code == 0
        zygote.seconds = 1
        pipe = tmp_path / "pipe"
        subprocess.run(["mkfifo", pipe], check=True)
        with pytest.raises(TimeoutError):
            command("review", "--diff", pipe, "--engine", "static", cwd=tmp_path)
        zygote.seconds = 60
        assert command("--no-such-flag", cwd=tmp_path).code == 2
    finally:
        zygote.close()
