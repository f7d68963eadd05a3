"""In CI a sweep believes what is merged, and nothing that somebody wants to be."""

import json
from pathlib import Path

import pytest

from command import Command
from repositories import commit, git
from reviewbot.baseline import FILE
from reviewbot.doors.steered import is_default_branch
from sweeping.trees import repository

HEAD, OTHER = "a" * 40, "b" * 40
BAD = "import subprocess\n\ndef run(request):\n    subprocess.call(request.args['x'], shell=True)\n"
STATIC = ("--engine", "static", "--format", "json")


def event(folder: Path, branch: str = "main") -> str:
    file = folder / "event.json"
    file.write_text(json.dumps({"repository": {"full_name": "a/b", "default_branch": branch}}))
    return str(file)


def github(folder: Path, name: str, ref: str, sha: str = HEAD) -> dict[str, str]:
    return {
        "CI": "true",
        "GITHUB_EVENT_NAME": name,
        "GITHUB_REF": ref,
        "GITHUB_SHA": sha,
        "GITHUB_EVENT_PATH": event(folder),
    }


def gitlab(sha: str = HEAD, **more: str) -> dict[str, str]:
    return {"CI": "true", "GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": sha, **more}


def test_a_job_on_the_default_branch_says_so(tmp_path: Path) -> None:
    assert is_default_branch(HEAD, github(tmp_path, "schedule", "refs/heads/main"))
    assert is_default_branch(HEAD, {"GITHUB_EVENT_NAME": "schedule", "GITHUB_SHA": HEAD})
    assert is_default_branch(HEAD, github(tmp_path, "push", "refs/heads/main"))
    assert is_default_branch(HEAD, gitlab(CI_COMMIT_BRANCH="main"))


def test_what_is_to_be_merged_is_not_the_default_branch(tmp_path: Path) -> None:
    assert not is_default_branch(HEAD, github(tmp_path, "pull_request", "refs/pull/3/merge"))
    assert not is_default_branch(HEAD, github(tmp_path, "push", "refs/heads/feature"))
    assert not is_default_branch(HEAD, github(tmp_path, "push", "refs/tags/main"))
    # Such jobs run on the default branch, and check out what they please.
    for name in ("workflow_run", "pull_request_target", "schedule"):
        assert not is_default_branch(OTHER, github(tmp_path, name, "refs/heads/main"))
    assert not is_default_branch(HEAD, gitlab(CI_COMMIT_BRANCH="feature"))
    assert not is_default_branch(HEAD, gitlab(CI_MERGE_REQUEST_IID="3"))
    assert not is_default_branch(HEAD, gitlab(OTHER, CI_COMMIT_BRANCH="main"))


@pytest.mark.parametrize("payload", ["", "[]", "null", '{"repository": 1}', "[" * 100_000, "\xff"])
def test_a_payload_that_is_none_proves_nothing(tmp_path: Path, payload: str) -> None:
    environ = github(tmp_path, "push", "refs/heads/")
    (tmp_path / "event.json").write_text(payload, "latin-1")
    assert not is_default_branch(HEAD, environ)
    assert not is_default_branch("", {"GITHUB_EVENT_NAME": "schedule", "GITHUB_SHA": ""})
    assert not is_default_branch(HEAD, {"CI": "true"})


@pytest.fixture
def shop(reviewbot: Command, tmp_path: Path) -> Path:
    """A commit that accepts its own finding."""
    place = repository(tmp_path / "shop", {"a.py": BAD})
    assert reviewbot("baseline", "write", "--reason", "so I say", cwd=place).code == 0
    commit(place, {})
    return place


def test_S20_no_branch_accepts_its_own_findings(reviewbot: Command, shop: Path, tmp_path: Path) -> None:
    head = git(shop, "rev-parse", "HEAD")
    for environ in ({"CI": "1"}, gitlab(head), github(tmp_path, "push", "refs/heads/feature", head)):
        ran = reviewbot("sweep", shop, *STATIC, cwd=shop, stdin=b"", **environ)
        assert (ran.code, len(ran.report["findings"])) == (1, 1)
        assert f"{FILE} of shop left aside: in CI those of the default branch hold" in ran.err


def test_on_the_default_branch_in_a_clone_or_where_somebody_says_so_it_holds(
    reviewbot: Command, shop: Path, tmp_path: Path
) -> None:
    weekly = github(tmp_path, "schedule", "refs/heads/main", git(shop, "rev-parse", "HEAD"))
    for arguments, environ in (
        ((shop,), weekly),
        ((shop, "--trusted"), {"CI": "1"}),
        ((f"file://{shop}", "--state", tmp_path / "state"), {"CI": "1"}),
        ((shop,), {}),
    ):
        ran = reviewbot("sweep", *arguments, *STATIC, cwd=shop, stdin=b"", **environ)
        assert (ran.code, ran.report["findings"], "left aside" in ran.err) == (0, [], False)


def test_a_sweep_in_one_go_believes_the_same(reviewbot: Command, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "log.sarif").write_text(
        json.dumps({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "X"}}, "results": []}]})
    )
    log = ("--import-sarif", tmp_path / "log.sarif")
    weekly = github(tmp_path, "schedule", "refs/heads/main", git(shop, "rev-parse", "HEAD"))
    ran = reviewbot("sweep", shop, *STATIC, *log, cwd=shop, CI="1")
    assert (ran.code, "left aside" in ran.err) == (1, True)
    assert reviewbot("sweep", shop, *STATIC, *log, cwd=shop, stdin=b"", **weekly).code == 0


def test_marks_are_believed_where_settings_are(reviewbot: Command, tmp_path: Path) -> None:
    files = {".gitattributes": "made.py linguist-generated\n", "made.py": BAD}
    place = repository(tmp_path / "shop", files)
    log = tmp_path / "log.sarif"
    runs = [{"tool": {"driver": {"name": "X"}}, "results": []}]
    log.write_text(json.dumps({"version": "2.1.0", "runs": runs}))
    for more in ((), ("--import-sarif", log)):
        ran = reviewbot("sweep", place, *STATIC, *more, cwd=place, CI="1")
        assert (ran.code, len(ran.report["findings"])) == (1, 1)
        assert "marks in .gitattributes of shop left aside: in CI those of the default branch hold" in ran.err
        believed = reviewbot("sweep", place, *STATIC, *more, "--trusted", cwd=place, CI="1")
        assert (believed.code, "left aside" in believed.err) == (0, False)


def test_the_settings_of_a_plain_directory_in_ci(reviewbot: Command, tmp_path: Path) -> None:
    place = tmp_path / "plain"
    place.mkdir()
    (place / "a.py").write_text(BAD)
    (place / ".reviewbot.toml").write_text('fail_on = "critical"\nmin_severity = "critical"\n')
    static = ("sweep", place, *STATIC)
    assert reviewbot(*static, cwd=tmp_path).code == 0
    assert reviewbot(*static, cwd=tmp_path, CI="1").code == 1
    assert reviewbot(*static, "--trusted", cwd=tmp_path, CI="1").code == 0


def test_who_checks_a_baseline_is_not_told_that_it_is_left_aside(reviewbot: Command, shop: Path) -> None:
    ran = reviewbot("baseline", "check", cwd=shop, CI="1")
    assert (ran.code, ran.err) == (0, "")
