"""Reading a pull request: the values, and that nothing is left out without a word."""

from typing import TYPE_CHECKING

import pytest

from fakes.github.faults import Fault
from fakes.github.server import ACTIONS_TOKEN, GithubServer, Limits, submodule, symlink
from forge.talking import AFTER, BEFORE, SHOP, client_of, opened, raw_json
from forge.talking import moved as moved_to
from reviewbot.forge import ForgeError, Invalid, NotFound, PullFile

if TYPE_CHECKING:
    from fakes.github.objects import Tree


def test_a_pull_request_is_read_as_a_value() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        made = opened(server)
        pull = client.pull(SHOP, made.number)
        assert (pull.repo, pull.number, pull.head_sha, pull.base_sha) == (
            SHOP,
            made.number,
            made.head_sha,
            made.base_sha,
        )
        assert (pull.base_ref, pull.head_repo, pull.fork, pull.author) == ("main", SHOP, False, "alice")
        assert (pull.is_open, pull.merged, pull.draft, pull.locked, pull.changed_files) == (
            True,
            False,
            False,
            False,
            1,
        )
        made.lock()
        made.merge()
        pull = client.pull(SHOP, made.number)
        assert (pull.is_open, pull.merged, pull.locked) == (False, True, True)


def test_a_repository_goes_by_the_name_that_it_has_now() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        number = opened(server).number
        assert client.pull(SHOP.upper(), number).repo == SHOP


def test_a_fork_is_known_by_its_head() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        made = server.repository(SHOP).pull(BEFORE, AFTER, fork="eve/shop", draft=True)
        pull = client.pull(SHOP, made.number)
        assert (pull.fork, pull.head_repo, pull.draft) == (True, "eve/shop", True)


def test_an_enterprise_server_is_asked_under_its_own_path_graphql_too() -> None:
    with GithubServer() as server, client_of(server.enterprise_url) as client:
        assert client.pull(SHOP, opened(server).number).repo == SHOP
        assert client.threads(SHOP, 1) == []
        assert client.web_url == server.url


def test_files_come_page_by_page_to_the_last() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        head = {f"f{n:03}.py": f"{n}\n" for n in range(101)}
        made = server.repository(SHOP).pull({"z": "1\n"}, head | {"z": "1\n"})
        files = list(client.files(SHOP, made.number))
        assert [file.path for file in files] == sorted(head)
        assert [request.query["per_page"] for request in server.requests] == ["50", "50", "50"]


def test_a_page_that_is_not_full_is_not_the_last_while_another_is_announced() -> None:
    with GithubServer(limits=Limits(per_page=10)) as server, client_of(server.url) as client:
        head = {f"f{n:03}.py": f"{n}\n" for n in range(25)}
        made = server.repository(SHOP).pull({"z": "1\n"}, head | {"z": "1\n"})
        assert len(list(client.files(SHOP, made.number))) == 25


def test_an_empty_page_is_the_last_whatever_is_announced() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        announced = Fault(200, b"[]", {"Link": '<https://x.example>; rel="next"'})
        server.fail("GET", "/files$", announced, times=99)
        assert list(client.files(SHOP, 1)) == []
        assert len(server.requests) == 1


def test_rows_say_what_became_of_a_file() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        base: Tree = {"gone": "1\n", "old": "same\nlines\nhere\n", "app.py": "1\n"}
        head: Tree = {"new": "same\nlines\nhere\n", "app.py": "2\n", "bin": b"\0\1"}
        made = server.repository(SHOP).pull(base, head)
        found = {file.path: file for file in client.files(SHOP, made.number)}
        assert {path: (file.status, file.old_path) for path, file in found.items()} == {
            "gone": ("removed", None),
            "new": ("renamed", "old"),
            "app.py": ("modified", None),
            "bin": ("added", None),
        }
        assert found["app.py"] == PullFile(
            "app.py", None, "modified", 1, 1, "@@ -1 +1 @@\n-1\n+2", found["app.py"].sha
        )
        assert found["bin"].patch is None


def test_a_blob_is_the_bytes_that_its_sha_names() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        raw = bytes(range(256)) * 9
        made = server.repository(SHOP).pull({"a": "1\n"}, {"a": "1\n", "b": raw})
        (file,) = client.files(SHOP, made.number)
        assert file.sha
        assert client.blob(SHOP, file.sha) == raw


def test_other_bytes_than_those_asked_for_are_refused() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        made = server.repository(SHOP).pull({"a": "1\n"}, {"a": "1\n", "b": "2\n", "c": "3\n"})
        (b, c) = client.files(SHOP, made.number)
        assert b.sha
        assert c.sha
        server.fail("GET", "/blobs/", raw_json({"sha": c.sha, "encoding": "base64", "content": "Mgo=\n"}))
        with pytest.raises(ForgeError, match="other bytes than those of"):
            client.blob(SHOP, c.sha)
        server.fail("GET", "/blobs/", raw_json({"sha": c.sha, "encoding": "base64", "content": "M==go"}))
        with pytest.raises(ForgeError, match="no base64"):
            client.blob(SHOP, c.sha)


def test_a_file_at_a_commit_is_there_or_not() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        odd, old = "dir/ä b#?%2f.txt", {"src/app.py": "1\n"}
        made = server.repository(SHOP).pull({**old, odd: "old\n"}, {**old, odd: "new\n"})
        assert client.content(SHOP, odd, made.head_sha) == b"new\n"
        assert client.content(SHOP, odd, "main") == b"old\n"
        assert client.content(SHOP, "dir/absent", made.head_sha) is None
        server.fail("GET", "/contents/src$", raw_json([{"type": "file", "path": "src/app.py"}]))
        assert client.content(SHOP, "src", made.head_sha) is None


def test_a_file_that_may_not_be_seen_is_not_taken_for_absent() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        with pytest.raises(NotFound):
            client.content("octo/private", "app.py", "main")
        with pytest.raises(NotFound):
            client.content(SHOP, "app.py", "0" * 40)


def test_a_file_too_large_to_be_shown_says_so() -> None:
    with GithubServer(limits=Limits(content_bytes=10)) as server, client_of(server.url) as client:
        made = server.repository(SHOP).pull({"a": "1\n"}, {"a": "1\n", "b": "x" * 11})
        with pytest.raises(Invalid, match="larger than GitHub shows"):
            client.content(SHOP, "b", made.head_sha)


def test_a_tree_lists_files_with_modes_and_sizes() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        head: Tree = {"a/b.py": "12345", "link": symlink("a/b.py"), "sub": submodule("1" * 40)}
        made = server.repository(SHOP).pull({"a/b.py": "1\n"}, head)
        found = {entry.path: (entry.mode, entry.size) for entry in client.tree(SHOP, made.head_sha)}
        assert found == {"a/b.py": ("100644", 5), "link": ("120000", 6), "sub": ("160000", None)}


def test_a_tree_that_github_cuts_is_refused() -> None:
    with GithubServer(limits=Limits(tree_entries=2)) as server, client_of(server.url) as client:
        made = server.repository(SHOP).pull({"a": "1\n"}, {"a": "1\n", "b": "2\n", "c": "3\n"})
        with pytest.raises(Invalid, match="more files than GitHub lists"):
            client.tree(SHOP, made.head_sha)


def test_the_merge_base_is_githubs_and_not_the_tip_of_the_base() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        repo = server.repository(SHOP)
        made = repo.pull(BEFORE, AFTER)
        fork_point = made.merge_base
        tip = repo.commit({"other": "1\n"})
        assert client.merge_base(SHOP, tip, made.head_sha) == fork_point != tip
        assert client.default_branch(SHOP) == "main"


@pytest.mark.parametrize(
    "repo", ["octo", "octo/shop/x", "../shop", "octo/..", "octo/sh op", "octo/shop?x", ""]
)
def test_a_name_that_no_repository_has_is_not_asked_for(repo: str) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        with pytest.raises(NotFound):
            client.pull(repo, 1)
        assert server.requests == []


@pytest.mark.parametrize("path", ["../../../user", "a/../b", "a//b", "/a", "."])
def test_a_path_cannot_climb_out_of_the_repository(path: str) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        with pytest.raises(NotFound):
            client.content(SHOP, path, "main")
        assert server.requests == []


@pytest.mark.parametrize("sha", ["main", "0" * 39, "0" * 40 + "\n", "../../x", "A" * 40])
def test_what_is_no_sha_is_not_asked_for(sha: str) -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        with pytest.raises(NotFound):
            client.blob(SHOP, sha)
        assert server.requests == []


def test_an_answer_of_the_wrong_shape_is_an_error_that_names_the_place() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        opened(server)
        server.fail("GET", "/pulls/1$", raw_json({"number": "1"}))
        with pytest.raises(ForgeError, match="answers nonsense when asked to read the pull request: number"):
            client.pull(SHOP, 1)


def test_a_list_that_repeats_itself_is_not_read_forever() -> None:
    """PyGithub makes one of a list in a repository that was renamed: it follows, and loses the page."""
    with GithubServer() as server, client_of(server.url) as client:
        made = opened(server)
        for _ in range(100):
            made.comment("x", by="alice")
        first = server.requests
        moved = moved_to(f"{server.url}/repos/octo/shop/issues/1/comments")
        server.fail("GET", "/repos/octo/old/issues/1/comments", moved, times=10**6)
        with pytest.raises(ForgeError):
            client.comments("octo/old", 1)
        assert len(first) < 20
        assert {request.token for request in first} == {ACTIONS_TOKEN}
