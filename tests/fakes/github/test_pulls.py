"""Pull requests, their files, and what GitHub leaves out of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import github
import pytest

from fakes.github.clients import pygithub, send
from fakes.github.server import GithubServer, Limits
from repositories import git, new_repository

if TYPE_CHECKING:
    from fakes.github.objects import Tree

PULL = "/repos/octo/shop/pulls/1"
FILES = f"{PULL}/files"
DIFF = "application/vnd.github.diff"


def numbered(first: int, last: int) -> str:
    return "".join(f"line {number}\n" for number in range(first, last + 1))


def test_files_and_patches_are_those_of_git() -> None:
    base: Tree = {"a.py": "x = 1\n", "gone.py": "old\n", "old.py": numbered(1, 9), "b.bin": b"\0\1"}
    head: Tree = {"a.py": "x = 2\n", "new.py": "new\n", "moved.py": numbered(1, 9), "b.bin": b"\0\2"}
    with GithubServer() as server:
        server.repository().pull(base, head)
        pull = pygithub(server).get_repo("octo/shop").get_pull(1)
        rows = {file.filename: file for file in pull.get_files()}
        assert pull.changed_files == len(rows) == 5
        assert {name: row.status for name, row in rows.items()} == {
            "a.py": "modified",
            "b.bin": "modified",
            "gone.py": "removed",
            "moved.py": "renamed",
            "new.py": "added",
        }
        assert rows["a.py"].patch == "@@ -1 +1 @@\n-x = 1\n+x = 2"
        assert rows["moved.py"].previous_filename == "old.py"
        raw = {row["filename"]: row for row in send(server, "GET", FILES).body}
        assert "patch" not in raw["b.bin"]  # modified, without a patch, with zeros: UNKNOWN, not empty
        assert raw["b.bin"]["changes"] == 0


def test_the_merge_base_is_gits_and_the_bases_sha_is_stale() -> None:
    with GithubServer() as server:
        repository = server.repository()
        pull = repository.pull({"a": "1\n"}, {"a": "2\n"})
        old = repository.objects.resolve("main")
        repository.commit({"b": "elsewhere\n"})
        shown = send(server, "GET", PULL).body
        assert shown["base"]["sha"] == pull.merge_base == old != repository.objects.resolve("main")
        assert [row["filename"] for row in send(server, "GET", FILES).body] == ["a"]


def test_heads_move_by_push_and_by_force() -> None:
    with GithubServer() as server:
        pull = server.repository().pull({"a": "1\n"}, {"a": "2\n"})
        pull.push({"b": "3\n", "a": None})
        assert [row["status"] for row in send(server, "GET", FILES).body] == ["removed", "added"]
        pull.force_push({"a": "4\n"})
        shown = send(server, "GET", PULL).body
        assert (shown["commits"], shown["head"]["sha"]) == (1, pull.heads[2])


def test_git_fetches_from_it(tmp_path: Path) -> None:
    with GithubServer() as server:
        repository = server.repository()
        pull = repository.pull({"a": "1\n"}, {"a": "2\n"})
        merge = pull.make_merge_ref()
        clone = new_repository(tmp_path / "clone")
        git(clone, "fetch", "--quiet", repository.clone_url, "refs/pull/1/*:refs/pull/1/*")
        refs = git(clone, "rev-parse", "refs/pull/1/head", "refs/pull/1/merge")
        assert refs.split() == [pull.head_sha, merge]


def test_a_fork_keeps_its_branch_to_itself() -> None:
    with GithubServer() as server:
        repository = server.repository()
        repository.pull({"a": "1\n"}, {"a": "2\n"}, fork="eve/shop", branch="evil")
        shown = pygithub(server).get_repo("octo/shop").get_pull(1)
        assert (shown.head.repo.full_name, shown.head.repo.fork) == ("eve/shop", True)
        assert repository.objects.resolve("evil") is None


def test_draft_closed_and_merged_are_shown() -> None:
    with GithubServer() as server:
        pull = server.repository().pull({"a": "1\n"}, {"a": "2\n"}, draft=True)
        assert send(server, "GET", PULL).body["draft"]
        pull.close()
        assert send(server, "GET", PULL).body["state"] == "closed"
        assert send(server, "GET", "/repos/octo/shop/pulls").body == []
        pull.reopen()
        pull.merge()
        assert send(server, "GET", "/repos/octo/shop/pulls?state=closed").body[0]["merged"]


def test_pages_are_30_rows_and_never_more_than_100() -> None:
    with GithubServer() as server:
        server.repository().pull({}, {f"f{number:03}": "x\n" for number in range(205)})
        usual, most = send(server, "GET", FILES), send(server, "GET", f"{FILES}?per_page=500")
        assert (len(usual.body), len(most.body)) == (30, 100)
        assert 'page=2>; rel="next"' in usual.headers["Link"]
        assert 'page=7>; rel="last"' in usual.headers["Link"]
        assert len(list(pygithub(server).get_repo("octo/shop").get_pull(1).get_files())) == 205
        assert send(server, "GET", f"{FILES}?per_page=50&page=6").body == []


def test_G07_files_end_at_3000_and_nothing_says_so() -> None:
    with GithubServer(limits=Limits(files=4)) as server:
        server.repository().pull({}, {f"f{number}": "x\n" for number in range(6)})
        pull = pygithub(server).get_repo("octo/shop").get_pull(1)
        assert (pull.changed_files, len(list(pull.get_files()))) == (6, 4)
    assert Limits().files == 3000


def test_G07_late_rows_of_a_long_answer_are_silently_zero() -> None:
    with GithubServer(limits=Limits(patch_lines_of_an_answer=25)) as server:
        server.repository().pull({}, {name: numbered(1, 10) for name in "abc"})
        rows = send(server, "GET", FILES).body
        assert [("patch" in row, row["additions"], row["changes"]) for row in rows] == [
            (True, 10, 10),
            (True, 10, 10),
            (False, 0, 0),
        ]
        assert [send(server, "GET", f"{FILES}?per_page=1&page=3").body[0]["additions"]] == [10]


def test_G07_a_long_patch_is_left_out_but_counted() -> None:
    with GithubServer(limits=Limits(patch_lines_of_a_file=10)) as server:
        server.repository().pull({"a": numbered(1, 2)}, {"a": numbered(1, 30)})
        (row,) = send(server, "GET", FILES).body
        assert (row["status"], row["additions"], "patch" in row) == ("modified", 28, False)


def test_the_diff_comes_as_text() -> None:
    with GithubServer() as server:
        server.repository().pull({"a": "1\n"}, {"a": "2\n"})
        found = send(server, "GET", PULL, accept=DIFF)
        assert found.body.startswith(b"diff --git a/a b/a")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(diff_files=2), r"maximum number of files \(2\)"),
        (Limits(diff_lines=5), r"maximum number of lines \(5\)"),
    ],
)
def test_G07_a_diff_that_is_too_large_is_406(limits: Limits, words: str) -> None:
    with GithubServer(limits=limits) as server:
        server.repository().pull({}, {name: numbered(1, 3) for name in "abc"})
        with pytest.raises(github.GithubException, match=words) as caught:
            pygithub(server).requester.requestJsonAndCheck("GET", PULL, headers={"Accept": DIFF})
        assert caught.value.status == 406
        assert caught.value.data["errors"][0]["code"] == "too_large"
    assert (Limits().diff_files, Limits().diff_lines) == (300, 20_000)


def test_the_event_is_a_payload_of_its_pull_request() -> None:
    with GithubServer() as server:
        pull = server.repository().pull({"a": "1\n"}, {"a": "2\n"}, fork="eve/shop")
        pull.push({"a": "3\n"})
        event = pull.event()
        assert (event["before"], event["after"]) == tuple(pull.heads)
        assert event["pull_request"]["head"]["repo"]["full_name"] == "eve/shop"
        assert event["repository"]["full_name"] == "octo/shop"


def test_the_same_calls_give_the_same_commits() -> None:
    heads = []
    for _ in range(2):
        with GithubServer() as server:
            heads.append(server.repository().pull({"a": "1\n"}, {"a": "2\n"}).head_sha)
    assert heads[0] == heads[1]
