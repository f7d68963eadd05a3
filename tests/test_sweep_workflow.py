"""The scripts of the weekly sweep, in real bash, on a repository in two shards."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from command import Command
from repositories import git

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "examples" / "workflows" / "sweep.yml").read_text("utf-8")
)
UNSAFE = "import pickle\n\n\ndef load(request):\n    return pickle.loads(request.data)\n"
FILES = 4


def script(job: str, step: str) -> str:
    (found,) = (one["run"] for one in DOCUMENT["jobs"][job]["steps"] if one.get("id") == step)
    return str(found)


class Runner:
    """What a runner of GitHub gives to a script."""

    def __init__(self, folder: Path, command: Command) -> None:
        self.workspace, self.temp = folder / "workspace", folder / "temp"
        self.summary, self.output = folder / "summary", folder / "output"
        for place in (self.workspace, self.temp / "shards"):
            place.mkdir(parents=True)
        self._environment = command.environment(
            CI="true",
            PYTHON=sys.executable,
            RUNNER_TEMP=str(self.temp),
            GITHUB_STEP_SUMMARY=str(self.summary),
            GITHUB_OUTPUT=str(self.output),
        )

    def run(self, text: str, **more: str) -> int:
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
        environment = {**self._environment, **more}
        return subprocess.run(bash, check=False, cwd=self.workspace, env=environment, timeout=120).returncode

    def read(self, shard: str) -> int:
        """One job of the matrix, and its artifact."""
        code = self.run(script("read", "sweep"), SHARD=shard)
        for report in self.temp.glob("report-*.json"):
            report.rename(self.temp / "shards" / report.name)
        return code

    def merge(self) -> int:
        return self.run(script("report", "merge"))


@pytest.fixture
def runner(tmp_path: Path, reviewbot: Command) -> Runner:
    made = Runner(tmp_path, reviewbot)
    filler = f"# {'nothing to see here, ' * 8}\n" * 2_600  # a batch holds three of these files
    for number in range(FILES):
        (made.workspace / f"part{number}.py").write_text(filler + UNSAFE)
    git(made.workspace, "init", "--quiet")
    git(made.workspace, "add", ".")
    git(made.workspace, "commit", "--quiet", "--message", "all")
    return made


def test_two_shards_become_one_report(runner: Runner) -> None:
    assert [runner.read("1/2"), runner.read("2/2")] == [0, 0]
    assert len(list((runner.temp / "shards").iterdir())) == 2
    assert runner.merge() == 1
    told = runner.summary.read_text("utf-8")
    assert all(f"part{number}.py" in told for number in range(FILES))
    assert runner.output.read_text("utf-8") == f"sarif={runner.temp / 'report.sarif'}\n"
    assert "CWE-502" in (runner.temp / "report.sarif").read_text("utf-8")


def test_a_shard_that_never_reported_is_not_passed_over(runner: Runner) -> None:
    assert runner.read("1/2") == 0
    assert runner.merge() == 3
    assert "shard 2/2" in runner.summary.read_text("utf-8")


def test_a_sweep_that_cannot_start_fails_its_job(runner: Runner) -> None:
    assert runner.read("3/2") == 2
    assert runner.run(script("read", "sweep"), SHARD="1/1", REVIEWBOT_ENGINE="model") == 4
