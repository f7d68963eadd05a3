"""A pull request without a checkout: read by GitHub's API alone, and published from a laptop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command import Command
from fakes.github.people import FULL_TOKEN
from fakes.github.pulls import Pull
from fakes.github.server import GithubServer

SAFE = "x = 1\n"
EVIL = 'def view(request):\n    return eval(request.args["q"])\n'
STATIC = ("--engine", "static", "--format", "json")


@pytest.fixture
def server() -> Iterator[GithubServer]:
    with GithubServer() as running:
        yield running


@pytest.fixture
def pull(server: GithubServer) -> Pull:
    return server.repository("octo/shop").pull({"app.py": SAFE}, {"app.py": EVIL})


def test_a_pull_request_is_read_without_a_checkout_and_nothing_is_posted(
    reviewbot: Command, server: GithubServer, pull: Pull, tmp_path: Path
) -> None:
    ran = reviewbot(
        *("review", "--pr", f"octo/shop#{pull.number}", *STATIC),
        cwd=tmp_path,
        GITHUB_API_URL=server.url,
        GITHUB_TOKEN=FULL_TOKEN,
    )
    assert ran.code == 1, ran.err
    assert [finding["line"] for finding in ran.report["findings"]] == [2]
    assert ran.report["target"]["head"] == pull.head_sha
    assert ran.report["coverage"]["failed_lines"] == 0
    assert not server.writes


def test_post_publishes_one_comment_and_one_review(
    reviewbot: Command, server: GithubServer, pull: Pull, tmp_path: Path
) -> None:
    ran = reviewbot(
        *("review", "--pr", f"octo/shop#{pull.number}", "--post", *STATIC),
        cwd=tmp_path,
        GITHUB_API_URL=server.url,
        GITHUB_TOKEN=FULL_TOKEN,
    )
    assert ran.code == 1, ran.err
    (comment,) = pull.comments
    assert "1 finding: 1 high" in comment.body
    assert len(server.writes) == 2


def test_what_cannot_be_posted_is_exit_5_or_worse_and_the_report_is_there(
    reviewbot: Command, server: GithubServer, pull: Pull, tmp_path: Path
) -> None:
    ran = reviewbot(
        *("review", "--pr", f"octo/shop#{pull.number}", "--post", *STATIC),
        cwd=tmp_path,
        GITHUB_API_URL=server.url,
        GITHUB_TOKEN=server.token("reader", person=True, contents="read", pull_requests="read"),
    )
    assert ran.code == 5, ran.err
    assert "pull-requests: write" in ran.err
    assert ran.report["findings"]


def test_a_token_goes_to_its_own_server_only(
    reviewbot: Command, server: GithubServer, pull: Pull, tmp_path: Path
) -> None:
    ran = reviewbot(
        *("review", "--pr", f"https://ghe.example.invalid/octo/shop/pull/{pull.number}", *STATIC),
        cwd=tmp_path,
        GITHUB_API_URL=server.url,
        GITHUB_TOKEN=FULL_TOKEN,
    )
    assert ran.code == 2
    assert "there is no token for https://ghe.example.invalid/api/v3" in ran.err
    assert "GH_ENTERPRISE_TOKEN" in ran.err


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--post",), "--post needs a pull request"),
        (("--pr", "octo/shop#1", "--base", "main"), "--pr and --base exclude each other"),
        (("--pr", "octo/shop#1", "--diff", "-"), "--pr and --diff exclude each other"),
        (("--pr", "octo/shop"), "octo/shop"),
    ],
)
def test_flags_that_make_no_sense_together_are_refused(
    reviewbot: Command, tmp_path: Path, flags: tuple[str, ...], said: str
) -> None:
    ran = reviewbot("review", *flags, cwd=tmp_path)
    assert ran.code == 2
    assert said in ran.err
