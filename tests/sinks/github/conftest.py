"""A pull request for each test."""

from collections.abc import Iterator

import pytest

from fakes.github.server import GithubServer
from sinks.github.stage import Stage


@pytest.fixture
def server() -> Iterator[GithubServer]:
    """A GitHub that fails the test when a request or an answer is not as GitHub describes it."""
    with GithubServer() as running:
        yield running


@pytest.fixture
def stage(server: GithubServer) -> Stage:
    """One open pull request."""
    return Stage(server)
