"""A checkout of one commit finds its merge base: from its origin only, in a bounded number of fetches."""

import base64
from pathlib import Path

import pytest

from repositories import commit, git, new_repository
from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.checkout import Access, find_fork, head_of
from reviewbot.sources.git import Git

NOBODY = Access("https://github.com", "")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Twenty commits on main, then `change` with ten, and main goes on with three."""
    repository = new_repository(tmp_path / "origin")
    for number in range(20):
        commit(repository, {"main.txt": f"{number}\n"})
    git(repository, "tag", "fork")
    git(repository, "checkout", "--quiet", "-b", "change")
    for number in range(10):
        commit(repository, {"change.txt": f"{number}\n"})
    git(repository, "checkout", "--quiet", "main")
    for number in range(3):
        commit(repository, {"later.txt": f"{number}\n"})
    return repository


def clone(origin: Path, place: Path, *flags: str, ref: str = "change") -> Path:
    git(origin, "clone", "--quiet", "--branch", ref, *flags, f"file://{origin}", str(place))
    return place


def named(origin: Path, name: str) -> str:
    return git(origin, "rev-parse", name)


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_a_shallow_checkout_is_deepened(origin: Path, tmp_path: Path, depth: int) -> None:
    shallow = clone(origin, tmp_path / "clone", f"--depth={depth}")
    found = find_fork(shallow, "main", named(origin, "change"), NOBODY)
    assert (found.tip, found.base, found.head) == tuple(
        named(origin, name) for name in ("main", "fork", "change")
    )


def test_a_whole_clone_asks_nobody(origin: Path, tmp_path: Path) -> None:
    whole = clone(origin, tmp_path / "clone")
    git(whole, "remote", "set-url", "origin", "file:///nowhere")
    assert find_fork(whole, "main", named(origin, "change"), NOBODY).base == named(origin, "fork")


def test_a_whole_clone_without_the_head_fetches_it(origin: Path, tmp_path: Path) -> None:
    whole = clone(origin, tmp_path / "clone", "--single-branch", ref="main")
    assert find_fork(whole, "main", named(origin, "change"), NOBODY).base == named(origin, "fork")


def test_a_commit_can_be_the_base(origin: Path, tmp_path: Path) -> None:
    shallow = clone(origin, tmp_path / "clone", "--depth=1")
    before = named(origin, "change~4")
    assert find_fork(shallow, before, named(origin, "change"), NOBODY).base == before


def test_nothing_but_objects_and_our_own_refs_comes_in(origin: Path, tmp_path: Path) -> None:
    shallow = clone(origin, tmp_path / "clone", "--depth=1")
    trace = tmp_path / "ran"
    for hook in ("reference-transaction", "post-checkout", "post-merge"):
        script = shallow / ".git" / "hooks" / hook
        script.write_text(f"#!/bin/sh\necho {hook} >> {trace}\n")
        script.chmod(0o755)
    git(shallow, "config", "remote.origin.uploadpack", f"sh -c 'echo uploadpack >> {trace}'")
    git(shallow, "config", "credential.helper", f"!echo helper >> {trace}")
    refs = git(shallow, "for-each-ref", "--format=%(refname)")
    find_fork(shallow, "main", named(origin, "change"), NOBODY)
    assert not trace.exists()
    after = set(git(shallow, "for-each-ref", "--format=%(refname)").split()) - set(refs.split())
    assert after == {"refs/reviewbot/base", "refs/reviewbot/head"}
    assert not (shallow / ".git" / "FETCH_HEAD").exists()


@pytest.mark.parametrize(
    "url", ["ext::touch {ran}", "ssh://localhost/x", "git://localhost/x", "file:///nowhere"]
)
def test_S24_no_other_way_is_gone_to_origin(origin: Path, tmp_path: Path, url: str) -> None:
    shallow = clone(origin, tmp_path / "clone", "--depth=1")
    git(shallow, "config", "protocol.ext.allow", "always")
    git(shallow, "config", "remote.origin.url", url.format(ran=tmp_path / "ran"))
    with pytest.raises(SourceError) as raised:
        find_fork(shallow, "main", named(origin, "change"), NOBODY)
    assert "fetch-depth: 0" in raised.value.hint
    assert not (tmp_path / "ran").exists()


def test_unrelated_histories_have_no_merge_base(origin: Path, tmp_path: Path) -> None:
    git(origin, "checkout", "--quiet", "--orphan", "other")
    commit(origin, {"other.txt": "1\n"})
    shallow = clone(origin, tmp_path / "clone", "--depth=1")
    with pytest.raises(SourceError, match="merge base"):
        find_fork(shallow, "other", named(origin, "change"), NOBODY)


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("https://github.example/octo/shop", True),
        ("https://github.example.evil.test/octo/shop", False),
        ("https://other.example/octo/shop", False),
        ("http://github.example/octo/shop", False),
    ],
)
def test_the_token_goes_to_its_own_server_and_never_into_an_argument(
    origin: Path, tmp_path: Path, url: str, *, given: bool
) -> None:
    whole = clone(origin, tmp_path / "clone")
    git(whole, "remote", "set-url", "origin", url)
    access = Access("https://github.example", "ghs_secret")
    online = access.through(Git.at(whole))
    told = base64.b64encode(b"x-access-token:ghs_secret").decode()
    assert (told in "".join(online.environment.values())) == given
    assert "ghs_secret" not in repr(access) + repr(online)


def test_the_header_that_a_checkout_left_is_replaced_and_not_repeated(origin: Path, tmp_path: Path) -> None:
    whole = clone(origin, tmp_path / "clone")
    git(whole, "remote", "set-url", "origin", "https://github.example/octo/shop")
    key = "http.https://github.example/.extraheader"
    git(whole, "config", key, "AUTHORIZATION: basic old")
    online = Access("https://github.example", "ghs_secret").through(Git.at(whole))
    values = online.run("config", "--get-all", key).decode().splitlines()
    assert values[0].endswith("old")
    assert values[1] == ""  # git forgets all before an empty value
    assert len(values) == 3


def test_a_folder_without_a_repository_has_no_head(tmp_path: Path) -> None:
    assert head_of(tmp_path) is None
    with pytest.raises(UsageError):
        find_fork(tmp_path, "main", "a" * 40, NOBODY)
