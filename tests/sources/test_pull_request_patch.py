"""GitHub's patches, undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.sources.pull_request_patch import counts, read_hunks, undo, whole_file
from sources.repositories import Repository, new_repository

lines = st.lists(st.sampled_from(["a", "b", "", "-x", "+y", "@@ -1 +1 @@", "\\ no", "cr\r", " "]), max_size=9)
texts = st.tuples(lines.map("\n".join), st.sampled_from(["", "\n"])).map("".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return new_repository(tmp_path_factory.mktemp("patches"), "--bare")


def _patch(repository: Repository, old: str, new: str, context: int) -> str:
    ids = [
        repository.git("hash-object", "-w", "--stdin", stdin=text.encode()).decode().strip()
        for text in (old, new)
    ]
    printed = repository.git("diff", "--text", f"-U{context}", *ids).decode()
    return "@@" + printed.partition("\n@@")[2].removesuffix("\n") if "\n@@" in printed else ""


@settings(max_examples=60)
@given(old=texts, new=texts, context=st.sampled_from((0, 1, 3)))
def test_undoing_a_patch_gives_the_old_side(repository: Repository, old: str, new: str, context: int) -> None:
    patch = _patch(repository, old, new, context)
    if not patch:
        assert old == new
        return
    hunks = read_hunks(patch)
    assert undo(hunks, new.encode()) == old.encode()
    rows = patch.split("\n")
    assert sum(counts(hunks)) == sum(row[:1] in {"+", "-"} for row in rows)


@settings(max_examples=20)
@given(text=texts.filter(bool))
def test_the_patch_of_a_whole_file_is_the_file(repository: Repository, text: str) -> None:
    assert whole_file(read_hunks(_patch(repository, "", text, 3))) == text.encode()
    assert whole_file(read_hunks(_patch(repository, text, "", 3))) == text.encode()


@pytest.mark.parametrize(
    "patch",
    [
        "",
        "no hunk",
        "+x",
        "\\ No newline at end of file",
        "@@ -1 +1 @@\n\\ No newline at end of file\n-a\n+b",
        "@@ -1 +1 @@\n-a",
        "@@ -1 +1 @@\n-a\n+b\n+c",
        "@@ -1,2 +1,2 @@\n-a\n+b\n",
        "@@ -1 +1 @@\n-a\n*b",
        "@@ -1 +1 @@\n-\ud800\n+b",
        "@@ -1 +99999999999 @@\n-a\n+b",
    ],
)
def test_D05_what_is_cut_is_no_patch(patch: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any is caught alike
        read_hunks(patch)


@pytest.mark.parametrize(
    "patch",
    ["@@ -1 +1 @@\n-a\n+c", "@@ -9 +9 @@\n-a\n+b", "@@ -2 +2 @@\n-x\n+d\n@@ -1 +1 @@\n-x\n+b"],
)
def test_a_patch_leads_from_its_own_new_side_only(patch: str) -> None:
    with pytest.raises(ValueError, match="another version"):
        undo(read_hunks(patch), b"b\nd\n")
