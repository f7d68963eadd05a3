import subprocess
import sys

import pytest
from click import Context

from reviewbot.doors.cli import COMMANDS, commands


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_the_first_sentence_of_its_help(name: str) -> None:
    command = commands.get_command(Context(commands), name)
    assert command is not None
    assert command.name == name
    assert " ".join((command.help or "").split()).startswith(COMMANDS[name])


def test_a_command_that_is_none() -> None:
    assert commands.get_command(Context(commands), "nothing") is None


def test_help_imports_no_command() -> None:
    code = "import sys; from reviewbot.doors.cli import run; run(['--help']); print(sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert "sweep" in told
    for module in ("reviewbot.doors.review", "reviewbot.wiring", "pydantic", "openai", "github", "tiktoken"):
        assert f"'{module}'" not in told
