from dataclasses import replace
from pathlib import Path

import pytest

from reviewbot.diff import Target
from reviewbot.errors import UsageError
from reviewbot.sources.tree import Tree
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.estate import Estate, named_apart, read_list
from reviewbot.sweeping.scope import Scope, Shard, Unmatched
from sweeping.trees import leaf

PATHS = ("app/main.py", "app/vendor/lib.py", "docs/readme.md", "tests/test_main.py")
TREE = Tree(Target("sweep", "shop", "", "1" * 40), Path(), tuple(map(leaf, PATHS)), {PATHS[1]: "marked"})


@pytest.mark.parametrize(
    ("include", "exclude", "left"),
    [
        ((), (), PATHS),
        (("app/",), (), PATHS[:2]),
        (("*.py",), ("test_*",), PATHS[:2]),
        ((), ("/docs", "vendor"), (PATHS[0], PATHS[3])),
        (("**/*.md",), (), PATHS[2:3]),
    ],
)
def test_globs_choose_files(
    include: tuple[str, ...], exclude: tuple[str, ...], left: tuple[str, ...]
) -> None:
    chosen = Scope(include=include, exclude=exclude).select(TREE)
    assert tuple(one.path for one in chosen.leaves) == left
    assert set(chosen.marked) == {PATHS[1]} & set(left)


def test_a_part_is_named_in_what_is_read() -> None:
    chosen = Scope(None, ("*.py",), ("tests",), Shard(1, 2)).select(TREE).target
    assert (chosen.include, chosen.exclude, chosen.shard) == (("*.py",), ("tests",), "1/2")
    assert not chosen.is_everything
    assert Scope().select(TREE).target == TREE.target
    assert TREE.target.is_everything


@pytest.mark.parametrize("scope", [Scope(include=("ap/",)), Scope(exclude=("*",))])
def test_globs_that_choose_nothing_are_refused(scope: Scope) -> None:
    with pytest.raises(Unmatched, match="nothing is left by --"):
        scope.select(TREE)
    assert not scope.select(replace(TREE, leaves=())).leaves
    assert not replace(scope, since="v1").select(TREE).leaves


@pytest.mark.parametrize("text", ["", "0/3", "4/3", "1", "1/", "a/b", "1/0", "-1/2"])
def test_what_is_no_shard_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no shard"):
        Shard.parse(text)


def test_a_shard_is_read_and_written() -> None:
    assert str(Shard.parse("2/4")) == "2/4"


@pytest.mark.parametrize(("include", "exclude"), [(("!",), ()), ((), ("*.py", "!"))])
def test_a_glob_that_is_none_is_refused_before_any_tree_is_had(
    include: tuple[str, ...], exclude: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError, match="not a glob"):
        Scope(None, include, exclude)


def test_a_folder_that_failed_stays_missing_whatever_is_included() -> None:
    gaps = tuple(Gap("priv", (), kind, "source", "a reason") for kind in (GapKind.FAILED, GapKind.SKIPPED))
    tree = replace(TREE, gaps=gaps)
    assert Scope(include=("*.py",)).select(tree).gaps == gaps[:1]
    assert Scope(include=("*.py",), exclude=("priv",)).select(tree).gaps == ()
    assert Scope().select(tree).gaps == gaps


@pytest.mark.parametrize(
    "named",
    [
        "HTTPS://u:hunter2pw@example.com/a/b",
        "https:/u:hunter2pw@example.com/a/b",
        "u:hunter2pw@example.com:a/b",
    ],
)
def test_no_password_is_taken_or_repeated(named: str) -> None:
    with pytest.raises(UsageError) as refused:
        Estate(named)
    assert "hunter2pw" not in f"{refused.value.message} {refused.value.hint}"


def test_a_directory_that_is_there_may_look_like_a_password(tmp_path: Path) -> None:
    odd = tmp_path / "u:p@h"
    odd.mkdir()
    assert not Estate(str(odd)).is_remote


def test_a_list_of_repositories_has_comments() -> None:
    assert read_list("# ours\n\n../shop  # the shop\nhttps://example.org/a/b.git\n../shop\n") == (
        "../shop",
        "https://example.org/a/b.git",
    )


@pytest.mark.parametrize(
    ("named", "remote", "name"),
    [
        ("https://example.org/team/shop.git", True, "team/shop"),
        ("https://example.org/team/shop/", True, "team/shop"),
        ("git@example.org:team/shop.git", True, "team/shop"),
        ("file:///srv/git/shop.git", True, "shop"),
        ("some/shop", False, "shop"),
    ],
)
def test_a_repository_has_a_name(named: str, remote: bool, name: str) -> None:  # noqa: FBT001
    assert Estate(named).is_remote is remote
    assert Estate(named).name == name


def test_two_repositories_of_one_name_are_told_apart() -> None:
    assert list(named_apart(map(Estate, ("a/shop", "b/shop", "c/shop"))).values()) == [
        "shop",
        "shop-2",
        "shop-3",
    ]


def test_each_address_has_a_state_of_its_own(tmp_path: Path) -> None:
    states = {
        Estate(name).state(tmp_path)
        for name in ("https://a.example/x/shop", "https://b.example/x/shop", "shop")
    }
    assert len(states) == 3
    assert all(state.parent == tmp_path and state.name.startswith("shop-") for state in states)
