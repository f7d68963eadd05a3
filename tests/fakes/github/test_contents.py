"""Files, folders, trees, blobs, commits, comparisons: all from git."""

import base64
from typing import TYPE_CHECKING

import github
import pytest
from github.ContentFile import ContentFile

from fakes.github.clients import pygithub, send
from fakes.github.server import GithubServer, Limits, submodule, symlink

if TYPE_CHECKING:
    from fakes.github.objects import Tree

REPO = "/repos/octo/shop"


def test_a_file_is_what_git_has_at_that_commit() -> None:
    with GithubServer() as server:
        repository = server.repository()
        first = repository.commit({"src/a b.py": "one\n"})
        repository.commit({"src/a b.py": "two\n"})
        client = pygithub(server).get_repo("octo/shop")
        old, new = client.get_contents("src/a b.py", first), client.get_contents("src/a b.py")
        assert isinstance(old, ContentFile)
        assert isinstance(new, ContentFile)
        assert (old.decoded_content, new.decoded_content) == (b"one\n", b"two\n")
        assert client.get_git_blob(old.sha).size == 4
        with pytest.raises(github.UnknownObjectException):
            client.get_contents("src/none.py")


def test_a_folder_is_a_list_with_its_links_and_submodules() -> None:
    files: Tree = {"f": "x\n", "d/g": "y\n", "l": symlink("/etc/passwd"), "s": submodule("1" * 40)}
    with GithubServer() as server:
        server.repository().commit(files)
        rows = send(server, "GET", f"{REPO}/contents/").body
        assert {row["name"]: row["type"] for row in rows} == {
            "d": "dir",
            "f": "file",
            "l": "symlink",
            "s": "submodule",
        }
        assert send(server, "GET", f"{REPO}/contents/l").body["target"] == "/etc/passwd"


def test_a_link_to_a_file_is_shown_as_that_file() -> None:
    with GithubServer() as server:
        server.repository().commit({"d/l": symlink("../f"), "f": "x\n"})
        found = send(server, "GET", f"{REPO}/contents/d/l").body
        assert (found["type"], base64.b64decode(found["content"])) == ("file", b"x\n")


def test_a_big_file_has_its_content_only_when_asked_for_raw() -> None:
    with GithubServer(limits=Limits(content_bytes=3)) as server:
        server.repository().commit({"f": "long\n"})
        shown = send(server, "GET", f"{REPO}/contents/f").body
        assert (shown["content"], shown["encoding"], shown["size"]) == ("", "none", 5)
        raw = send(server, "GET", f"{REPO}/contents/f", accept="application/vnd.github.raw")
        assert raw.body == b"long\n"
        blob = send(server, "GET", f"{REPO}/git/blobs/{shown['sha']}").body
        assert base64.b64decode(blob["content"]) == b"long\n"


def test_a_tree_is_listed_whole_or_says_that_it_is_cut() -> None:
    with GithubServer(limits=Limits(tree_entries=3)) as server:
        repository = server.repository()
        repository.commit({"a": "1\n", "d/b": "2\n"})
        tree = pygithub(server).get_repo("octo/shop").get_git_tree("main", recursive=True)
        assert [(each.path, each.type) for each in tree.tree] == [
            ("a", "blob"),
            ("d", "tree"),
            ("d/b", "blob"),
        ]
        repository.commit({"c": "3\n"})
        assert send(server, "GET", f"{REPO}/git/trees/main?recursive=1").body["truncated"]


def test_a_comparison_has_gits_merge_base_and_files() -> None:
    with GithubServer() as server:
        repository = server.repository()
        pull = repository.pull({"a": "1\n"}, {"a": "2\n"})
        tip = repository.commit({"b": "x\n"})
        found = pygithub(server).get_repo("octo/shop").compare(tip, pull.head_sha)
        assert found.merge_base_commit.sha == pull.merge_base
        assert (found.status, found.ahead_by, found.behind_by) == ("diverged", 1, 1)
        assert [each.filename for each in found.files] == ["a"]


def test_G07_a_comparison_ends_at_300_files_on_its_first_page() -> None:
    with GithubServer(limits=Limits(compare_files=2)) as server:
        pull = server.repository().pull({}, dict.fromkeys("abc", "x\n"))
        pull.push({"d": "x\n"})
        path = f"{REPO}/compare/main...{pull.head_sha}?per_page=1"
        first, second = (send(server, "GET", f"{path}&page={page}").body for page in (1, 2))
        assert (len(first["files"]), second["files"]) == (2, [])
        assert [len(page["commits"]) for page in (first, second)] == [1, 1]
    assert Limits().compare_files == 300


def test_histories_without_a_common_commit_cannot_be_compared() -> None:
    with GithubServer() as server:
        repository = server.repository()
        repository.commit({"a": "1\n"})
        repository.commit({"a": "2\n"}, branch="other/one")
        found = send(server, "GET", f"{REPO}/compare/main...other/one")
        assert found.status == 404
        assert "No common ancestor" in found.body["message"]


def test_a_commit_has_its_parents_and_files() -> None:
    with GithubServer() as server:
        repository = server.repository()
        first = repository.commit({"a": "1\n"})
        second = repository.commit({"b": "2\n"}, message="a second one")
        shown = pygithub(server).get_repo("octo/shop").get_commit("main")
        assert (shown.sha, shown.commit.message, shown.parents[0].sha) == (second, "a second one", first)
        assert [each.filename for each in shown.files] == ["b"]
        assert send(server, "GET", f"{REPO}/commits/none").status == 422
