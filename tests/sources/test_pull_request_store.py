"""Objects that are written by hand have the ids that git gives them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reviewbot.forge import TreeEntry
from reviewbot.sources.pull_request_store import Store
from sources.repositories import FILE, MODULE, Repository, Tree, new_repository
from sources.test_sources_laws import trees


def entries(store: Store, tree: Tree) -> list[TreeEntry]:
    return [
        TreeEntry(
            path.decode("utf-8", "surrogateescape"),
            mode,
            content.decode() if mode == MODULE else store.add(content),
            None,
        )
        for path, (mode, content) in tree.items()
    ]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return {name: tmp_path_factory.mktemp(name) for name in ("ours", "gits")}


@pytest.fixture(scope="module")
def store(places: Mapping[str, Path]) -> Store:
    return Store.create(places["ours"])


@pytest.fixture(scope="module")
def git(places: Mapping[str, Path]) -> Repository:
    return new_repository(places["gits"], "--bare")


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(tree=trees)
def test_a_tree_has_gits_own_id(
    store: Store, git: Repository, places: Mapping[str, Path], tree: Tree
) -> None:
    ours = Repository(places["ours"])
    head = store.commit(reversed(entries(store, tree)))
    theirs = git.commit(tree)
    assert ours.git("rev-parse", f"{head}^{{tree}}") == git.git("rev-parse", f"{theirs}^{{tree}}")


def test_names_are_sorted_as_git_sorts_them(
    store: Store, git: Repository, places: Mapping[str, Path]
) -> None:
    tree = dict.fromkeys((b"a/b", b"a.b", b"a0", b"a-", b"b", b"z/y/x", b"z/y.x"), (FILE, b"x"))
    head = store.commit(entries(store, tree))
    assert git.git("rev-parse", f"{git.commit(tree)}^{{tree}}") == Repository(places["ours"]).git(
        "rev-parse", f"{head}^{{tree}}"
    )


def test_git_finds_nothing_to_complain_about(store: Store, places: Mapping[str, Path]) -> None:
    old = store.commit(entries(store, {b"a/b.py": ("100644", b"one\n")}))
    new = store.commit(entries(store, {b"a/b.py": ("100755", b"two\n")}), old)
    ours = Repository(places["ours"])
    ours.git("fsck", "--strict", "--no-dangling", new)
    assert ours.git("merge-base", old, new).decode().strip() == old


def test_content_is_read_back(store: Store) -> None:
    for content in (b"", b"\0", b"blob 3\0abc", b"x" * 100_000):
        name = store.add(content)
        assert store.read(name) == content
        assert name in store
    assert "" not in store
    assert "0" * 40 not in store


@pytest.mark.parametrize("path", ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "a\0b", "\ud800"])
def test_S26_no_path_leads_elsewhere(store: Store, path: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any is caught alike
        store.commit([TreeEntry(path, "100644", store.add(b""), 0)])
