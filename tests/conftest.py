"""Fixtures for the whole suite."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from command import Command, Zygote
from repositories import example_repository
from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.secrets import Secrets

# Two noisy cores: how long one example takes says nothing.
EXAMPLES = int(os.environ.get("REVIEWBOT_EXAMPLES", "20"))
"""Of each law; more of them, 100 and up, where there is time."""
settings.register_profile(
    "reviewbot", deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("reviewbot")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the secret rules, which one worker compiles for all: it takes many seconds."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    secrets = Secrets(shared / "compiled")
    with (shared / "compiled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if secrets.cold:
            list(secrets.detect([Passage("a.py", "python", 1, ("x = 1",), complete=True)]))
    return secrets.cache


@pytest.fixture(scope="session")
def reviewbot(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Iterator[Command]:
    """The command, as a person without any key would run it."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(compiled, home / ".cache" / "reviewbot")
    zygote = Zygote(home)
    yield Command(home, zygote)
    zygote.close()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A repository whose branch `change` brings five defects to `main`."""
    return example_repository(tmp_path / "shop")
