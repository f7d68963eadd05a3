"""What the README says to run, runs; what it says of exit codes, holds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from command import Command
from fakes.github.people import FULL_TOKEN
from fakes.github.server import GithubServer
from reviewbot.doors.cli import EXIT_CODES
from sarif_logs import LOGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ").partition(" #")[0].strip()
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


def test_the_readme_has_commands() -> None:
    assert any(line.startswith("reviewbot review") for line in COMMANDS)
    assert "make demo" in COMMANDS


@pytest.mark.parametrize("line", [line for line in COMMANDS if "reviewbot" in line])
def test_a_command_of_the_readme_runs(line: str, reviewbot: Command, example: Path) -> None:
    (example / "new.py").write_text("x = 1\n")
    (example / "semgrep.sarif").write_bytes(next(LOGS.glob("semgrep*.sarif")).read_bytes())
    source, _, command = line.rpartition("|")
    stdin = (
        subprocess.run(source.split(), cwd=example, check=True, capture_output=True).stdout if source else b""
    )
    with GithubServer() as server:
        server.repository("OWNER/REPO").pull({"a.py": "x = 1\n"}, {"a.py": "x = 2\n"})
        ran = reviewbot(
            *command.replace("@SHA", f"@{'a' * 40}").split()[1:],
            cwd=example,
            stdin=stdin,
            GITHUB_API_URL=server.url,
            GITHUB_TOKEN=FULL_TOKEN,
        )
    assert ran.code in {0, 1}, ran.err
    assert ran.out


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make")])
def test_a_make_target_of_the_readme_exists(line: str) -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert line.split()[1] in targets


def test_the_demo_finds_what_its_change_brings(reviewbot: Command) -> None:
    demo = [sys.executable, str(ROOT / "examples" / "demo" / "run.py")]
    done = subprocess.run(demo, check=False, capture_output=True, text=True, env=reviewbot.environment())
    assert done.returncode == 0, done.stderr
    assert "CWE-502" in done.stdout


def test_every_exit_code_is_in_the_readme() -> None:
    table = re.findall(r"^\| ([\d, ]+) \|", README, re.MULTILINE)
    assert {int(code) for row in table for code in row.split(",")} == set(EXIT_CODES)
