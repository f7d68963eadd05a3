"""`sweep --issue`: the command, a real repository and a GitHub of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from command import Command, Ran
from fakes.github import faults
from fakes.github.server import ACTIONS_TOKEN, FULL_TOKEN, GithubServer
from repositories import commit, git, new_repository

SAFE = "x = 1\n"
EVIL = 'def view(request):\n    return eval(request.args["q"])\n'
SWEEP = ("--engine", "static", "--issue", "--format", "json")
NOT_KNOWN = "is not known"


@pytest.fixture
def server() -> Iterator[GithubServer]:
    with GithubServer() as running:
        running.repository("octo/shop")
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = new_repository(tmp_path / "folder")
    commit(made, {"app.py": EVIL})
    return made


def sweep(reviewbot: Command, server: GithubServer, *places: Path | str, **environment: str) -> Ran:
    """Sweep as a job of octo/shop does."""
    told = {"GITHUB_API_URL": server.url, "GITHUB_TOKEN": FULL_TOKEN, "GITHUB_REPOSITORY": "octo/shop"}
    here = Path(next(one for one in places if isinstance(one, Path))).parent
    return reviewbot("sweep", *places, *SWEEP, cwd=here, stdin=b"", **told | environment)


def test_the_issue_of_a_repository_is_begun_kept_and_closed(
    reviewbot: Command, server: GithubServer, place: Path
) -> None:
    ran = sweep(reviewbot, server, place)
    assert ran.code == 1, ran.err
    (issue,) = server.world.repositories["octo/shop"].issues.values()
    assert (issue.title, issue.state) == ("Security findings of reviewbot's sweep: 1 open", "open")
    head = git(place, "rev-parse", "HEAD")
    assert f"{server.url}/octo/shop/blob/{head}/app.py#L2" in issue.body
    assert sweep(reviewbot, server, place).code == 1
    assert "1 finding still open" in issue.body
    commit(place, {"app.py": SAFE})
    ran = sweep(reviewbot, server, place)
    assert ran.code == 0, ran.err
    assert (issue.title, issue.state) == ("Security findings of reviewbot's sweep: none open", "closed")
    assert len(server.world.repositories["octo/shop"].issues) == 1


def merge(reviewbot: Command, server: GithubServer, *shards: Path, **environment: str) -> Ran:
    """Merge as a job of octo/shop does."""
    told = {"GITHUB_API_URL": server.url, "GITHUB_TOKEN": FULL_TOKEN, "GITHUB_REPOSITORY": "octo/shop"}
    flags = ("--issue", "--format", "json")
    return reviewbot(
        "report", "merge", *shards, *flags, cwd=shards[0].parent, stdin=b"", **told | environment
    )


@pytest.fixture
def shards(reviewbot: Command, place: Path, tmp_path: Path) -> list[Path]:
    """Reports of both halves of a sweep."""
    commit(place, {f"more{n}.py": SAFE for n in range(4)})
    made = [tmp_path / "1.json", tmp_path / "2.json"]
    for number, file in enumerate(made, 1):
        flags = ("--engine", "static", "--shard", f"{number}/2", "--format", "json", "--output", file)
        reviewbot("sweep", place, *flags, cwd=tmp_path)
    return made


def test_shards_that_are_merged_have_one_issue(
    reviewbot: Command, server: GithubServer, shards: list[Path]
) -> None:
    for _ in range(2):
        ran = merge(reviewbot, server, *shards)
        assert (ran.code, ran.report["verdict"]) == (1, "findings"), ran.err
    (issue,) = server.world.repositories["octo/shop"].issues.values()
    assert issue.title == "Security findings of reviewbot's sweep: 1 open"
    assert "1 finding still open" in issue.body
    for shard in shards:
        assert merge(reviewbot, server, shard).code == 3
        assert issue.state == "open"
        assert issue.title.endswith(", incomplete")


def test_a_merged_report_writes_to_no_other_repository_than_the_job_s(
    reviewbot: Command, server: GithubServer, shards: list[Path]
) -> None:
    for environment, said in (
        ({"GITHUB_REPOSITORY": ""}, "the job belongs to no repository"),
        ({"GITHUB_TOKEN": ""}, "there is no token"),
    ):
        ran = merge(reviewbot, server, *shards, **environment)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
    for shard in shards:
        shard.write_text(shard.read_text().replace('"repo": "folder"', '"repo": "octo/secret"'))
    ran = merge(reviewbot, server, *shards)
    assert (ran.code, "the reports are about octo/secret, and the job belongs to octo/shop" in ran.err) == (
        2,
        True,
    )
    assert server.requests == []


def test_a_part_or_several_repositories_have_no_issue(
    reviewbot: Command, server: GithubServer, place: Path, tmp_path: Path
) -> None:
    report = tmp_path / "part.json"
    flags = ("--engine", "static", "--format", "json", "--output", report)
    reviewbot("sweep", place, "--include", "*.py", *flags, cwd=tmp_path)
    ran = merge(reviewbot, server, report)
    assert (ran.code, "--issue goes with the sweep of one whole repository only" in ran.err) == (2, True)
    assert server.requests == []


def test_without_the_flag_nobody_is_asked(reviewbot: Command, server: GithubServer, place: Path) -> None:
    ran = reviewbot(
        *("sweep", place, "--engine", "static"),
        cwd=place,
        GITHUB_API_URL=server.url,
        GITHUB_TOKEN=FULL_TOKEN,
        GITHUB_REPOSITORY="octo/shop",
    )
    assert ran.code == 1
    assert server.requests == []


def test_each_repository_has_an_issue_of_its_own(
    reviewbot: Command, server: GithubServer, place: Path, tmp_path: Path
) -> None:
    server.repository("octo/tools")
    other = new_repository(tmp_path / "other")
    commit(other, {"tool.py": EVIL, "more.py": EVIL})
    git(other, "remote", "add", "origin", f"{server.url}/octo/tools.git")
    ran = sweep(reviewbot, server, place, other)
    assert ran.code == 1, ran.err
    titles = [[one.title[-6:] for one in repo.issues.values()] for repo in server.world.repositories.values()]
    assert titles == [["1 open"], ["2 open"]]


def test_where_a_checkout_came_from_outranks_the_repository_of_the_job(
    reviewbot: Command, server: GithubServer, place: Path
) -> None:
    secret = server.repository("octo/secret", private=True)
    git(place, "remote", "add", "origin", f"{server.url}/octo/secret")
    assert sweep(reviewbot, server, place).code == 1
    assert len(secret.issues) == 1
    assert server.world.repositories["octo/shop"].issues == {}
    git(place, "remote", "set-url", "origin", "https://elsewhere.invalid/octo/secret")
    refused = sweep(reviewbot, server, place)
    assert refused.code == 2
    assert NOT_KNOWN in refused.err


def test_what_could_not_be_posted_is_exit_5_and_the_report_is_there(
    reviewbot: Command, server: GithubServer, place: Path
) -> None:
    ran = sweep(reviewbot, server, place, GITHUB_TOKEN=ACTIONS_TOKEN)
    assert ran.code == 5, ran.err
    assert "`issues: write`" in ran.err
    assert ran.report["findings"]


def test_lines_that_were_not_read_outrank_an_issue_that_is_not_there(
    reviewbot: Command, server: GithubServer, place: Path
) -> None:
    commit(place, {"app.py": "def f(:\n"})
    server.fail("GET", "/issues$", faults.status(403, "Resource not accessible by integration"))
    ran = sweep(reviewbot, server, place)
    assert ran.code == 3, ran.err
    assert "`issues: read`" in ran.err


@pytest.mark.parametrize(
    ("flags", "environment", "said"),
    [
        (("--exclude", "*.js"), {}, "--issue goes with whole repositories only"),
        (("--shard", "1/2"), {}, "--issue goes with whole repositories only"),
        ((), {"GITHUB_TOKEN": ""}, "there is no token for http://127.0.0.1"),
        ((), {"GITHUB_REPOSITORY": ""}, NOT_KNOWN),
        ((), {"GITHUB_REPOSITORY": "octo/shop/x"}, NOT_KNOWN),
        ((), {"GITHUB_API_URL": "http://github.example"}, "must be https"),
    ],
    ids=["exclude", "shard", "token", "no name", "bad name", "http"],
)
def test_what_cannot_be_posted_is_refused_before_anything_is_read(
    reviewbot: Command,
    server: GithubServer,
    place: Path,
    flags: tuple[str, ...],
    environment: dict[str, str],
    said: str,
) -> None:
    ran = sweep(reviewbot, server, place, *flags, **environment)
    assert ran.code == 2, ran.err
    assert said in ran.err
    assert ran.out == ""
    assert server.requests == []


def test_a_plain_directory_has_no_issue(reviewbot: Command, server: GithubServer, place: Path) -> None:
    (place / "inner").mkdir()
    ran = sweep(reviewbot, server, place / "inner")
    assert ran.code == 2
    assert "is no repository, so it has no issues" in ran.err


def test_the_token_may_have_the_name_that_the_gh_command_gives_it(
    reviewbot: Command, server: GithubServer, place: Path
) -> None:
    assert sweep(reviewbot, server, place, GITHUB_TOKEN="", GH_TOKEN=FULL_TOKEN).code == 1
    assert len(server.world.repositories["octo/shop"].issues) == 1
