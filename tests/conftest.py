"""Fixtures for the whole suite."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from command import Command, Zygote
from repositories import example_repository

# Two noisy cores: how long one example takes says nothing.
EXAMPLES = int(os.environ.get("REVIEWBOT_EXAMPLES", "20"))
"""Of each law; more of them, 100 and up, where there is time."""
settings.register_profile(
    "reviewbot", deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("reviewbot")


@pytest.fixture(scope="session")
def reviewbot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Command]:
    """The command, as a person without any key would run it."""
    zygote = Zygote()
    yield Command(tmp_path_factory.mktemp("home"), zygote)
    zygote.close()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A repository whose branch `change` brings five defects to `main`."""
    return example_repository(tmp_path / "shop")
