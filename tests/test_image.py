"""The Dockerfile, as a linter and a builder would look at it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def hadolint(text: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "hadolint"), "-"]
    return subprocess.run(command, check=False, capture_output=True, text=True, input=text)


def test_hadolint_finds_nothing() -> None:
    assert hadolint(DOCKERFILE).returncode == 0


@pytest.mark.parametrize(
    ("rule", "was", "becomes"),
    [
        ("DL3002", "USER 10001:10001", "USER root"),
        ("DL3015", "--no-install-recommends ", ""),
        ("DL3025", 'ENTRYPOINT ["reviewbot"]', "ENTRYPOINT reviewbot"),
    ],
)
def test_hadolint_would_find_a_step_back(rule: str, was: str, becomes: str) -> None:
    assert was in DOCKERFILE
    found = hadolint(DOCKERFILE.replace(was, becomes))
    assert found.returncode != 0
    assert rule in found.stdout


def test_all_that_is_installed_is_locked() -> None:
    one_liners = DOCKERFILE.replace("\\\n", "")
    installs = re.findall(r"\bpip install\b[^&\n]*|\buv build\b[^&\n]*", one_liners)
    locked = [one for one in installs if "--require-hashes" in one]
    (rest,) = (one for one in installs if one not in locked)
    assert len(locked) == 3
    assert "--no-deps /dist/*.whl" in rest


def test_the_builder_gets_what_the_wheel_is_made_of_and_nothing_else() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    project = PROJECT["project"]
    needed = {*wheel["packages"], *wheel["force-include"], project["readme"], *project["license-files"]}
    kept = (ROOT / ".dockerignore").read_text("utf-8")
    named = {line[1:] for line in kept.splitlines() if line.startswith("!")}
    assert "\n*\n" in kept
    assert named - {"src"} == (needed - {"src/reviewbot"}) | {"pyproject.toml", "requirements/*.txt"}
    assert not GitIgnoreSpec.from_lines(named).match_file(".git/config")
