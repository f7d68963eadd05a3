"""What holds for every repository and for every diff of it."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from reviewbot.diff import FileChange, Nature, decode, split_lines
from reviewbot.sources.diff_file import diff_changes
from reviewbot.spans import Gap
from sources.repositories import FILE, LINK, MODULE, SCRIPT, Repository, Tree, counts, new_repository
from sources.sweeps import sweep_changes

ODD_NAMES = (
    *(b"x b", b"a b/c", b" b", b'"q"', b"new\nline", b"tab\there", b"back\\slash", b"-rf", b"--help.py"),
    *(
        b"\\303\\251",
        b"\303\251",
        b"\351",
        b"dev",
        b"null",
        b"a",
        b"b",
        b"\xe2\x80\xa8",
        b"cr\r",
        b"$(touch p)",
    ),
)
LOOK_ALIKES = (
    *(b"--- a/x", b"+++ b/y", b"@@ -1 +1 @@", b"diff --git a/x b/x", b"-- y", b"++ z", b"- a", b"-- "),
    *(b"index 0000000..1111111", b"rename from x", b"Binary files a and b differ", b"@@@ -1,1 -1,1 +1,1 @@"),
    *(
        b"",
        b"\\ No newline at end of file",
        b"lone\rcr",
        b"cr\r",
        b"\f",
        b"\xe2\x80\xa8",
        b"\xe9",
        b"a",
        b"b",
    ),
)
SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

names = st.lists(st.sampled_from(ODD_NAMES), min_size=1, max_size=2).map(b"/".join)
lines = st.lists(st.sampled_from(LOOK_ALIKES), max_size=12).map(b"\n".join)
contents = st.tuples(lines, st.sampled_from((b"", b"\n", b"\n", b"\n\n", b"\0"))).map(b"".join)
files = st.one_of(
    st.tuples(st.sampled_from((FILE, FILE, FILE, SCRIPT)), contents),
    st.tuples(st.just(LINK), st.sampled_from((b"target", b"two\nlines", b"/etc/passwd"))),
    st.tuples(st.just(MODULE), st.sampled_from((b"1" * 40, b"2" * 40))),
)


def _no_file_is_a_folder(tree: Mapping[bytes, object]) -> bool:
    return not any(path.startswith(other + b"/") for path in tree for other in tree)


trees = st.dictionaries(names, files, max_size=5).filter(_no_file_is_a_folder)


@st.composite
def pairs_of_trees(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """Two trees; the second keeps, moves and edits much of the first."""
    old, new = draw(trees), dict(draw(trees))
    for path, (mode, content) in old.items():
        fate = draw(st.sampled_from(("gone", "kept", "moved", "edited", "executable")))
        target = draw(names) if fate == "moved" else path
        edited = content.replace(b"a", b"changed") + b"more" if mode in (FILE, SCRIPT) else content
        kept = {"edited": (mode, edited), "executable": (SCRIPT if mode == FILE else mode, content)}
        if fate != "gone" and target not in new and _no_file_is_a_folder({**new, target: 0}):
            new[target] = kept.get(fate, (mode, content))
    return old, new


def _becomes_link_and_binary(trees: tuple[Tree, Tree]) -> bool:
    """Whether a file changes its type and one side has a NUL: git counts nothing then, we the text side."""
    both = [(trees[0][path], trees[1][path]) for path in trees[0].keys() & trees[1].keys()]
    return any(b"\0" in old[1] + new[1] and old[0][:2] != new[0][:2] for old, new in both)


def _was_binary(trees: tuple[Tree, Tree]) -> bool:
    """Whether a file with a NUL changes or goes: what is text now is new for us, and no text for git."""
    return any(b"\0" in old[1] and trees[1].get(path) != old for path, old in trees[0].items())


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return new_repository(tmp_path_factory.mktemp("laws"), "--bare")


@SETTINGS
@given(trees=pairs_of_trees())
def test_changed_lines_are_those_that_git_counts(repository: Repository, trees: tuple[Tree, Tree]) -> None:
    base = repository.commit(trees[0])
    head = repository.commit(trees[1], parent=base)
    found = repository.files(base, head)
    assert not [gap for gap in found if isinstance(gap, Gap)]
    if not (_becomes_link_and_binary(trees) or _was_binary(trees)):
        assert counts(found) == repository.numstat(base, head)
    listed = repository.git("diff", "-z", "--name-only", "-M", base, head).split(b"\0")[:-1]
    assert sorted({file.path for file in found}) == sorted(
        {path.decode("utf-8", "surrogateescape") for path in listed}
    )


@SETTINGS
@given(trees=pairs_of_trees())
def test_the_new_side_is_the_blob(repository: Repository, trees: tuple[Tree, Tree]) -> None:
    base = repository.commit(trees[0])
    head = repository.commit(trees[1], parent=base)
    for file in repository.files(base, head):
        assert isinstance(file, FileChange)
        if not (file.complete and file.excerpts) or file.nature is Nature.SUBMODULE:
            continue
        _, content = trees[1][file.path.encode("utf-8", "surrogateescape")]
        assert file.excerpts[0].lines == split_lines(decode(content))


@SETTINGS
@given(tree=trees)
def test_a_sweep_adds_every_line(repository: Repository, tree: Tree) -> None:
    head = repository.commit(tree)
    found = list(sweep_changes(repository.path, head).files)
    empty = repository.git("hash-object", "-t", "tree", "--stdin").decode().strip()
    assert counts(found) == repository.numstat(empty, head)
    assert len(found) == len(tree)


@SETTINGS
@given(
    trees=pairs_of_trees(),
    context=st.sampled_from((0, 1, 3)),
    flag=st.sampled_from(("--full-index", "--no-prefix", "--src-prefix=x/")),
)
def test_a_diff_file_says_what_git_says(
    repository: Repository, trees: tuple[Tree, Tree], context: int, flag: str
) -> None:
    base = repository.commit(trees[0])
    head = repository.commit(trees[1], parent=base)
    wanted = repository.files(base, head)
    diff = repository.git("diff", "-M", "--text", f"-U{context}", "--full-index", flag, base, head)
    told = list(diff_changes(diff, "-").files)
    assume(not _was_binary(trees))
    # A bare diff of a binary file made with --text looks like text: only the names can be compared.
    assert [file.path for file in told] == [file.path for file in wanted]
    for ours, theirs in zip(told, wanted, strict=True):
        assert isinstance(ours, FileChange)
        assert isinstance(theirs, FileChange)
        assert (ours.old_path, ours.status) == (theirs.old_path, theirs.status)
        if theirs.edits:
            assert ours.nature is theirs.nature
            assert list(ours.changed()) == list(theirs.changed())


@SETTINGS
@given(trees=pairs_of_trees())
@example(trees=({b"a": ("100644", b"text")}, {b"a": ("100644", b"\0")}))
def test_a_diff_file_beside_its_repository_knows_whole_files(
    repository: Repository, trees: tuple[Tree, Tree]
) -> None:
    base = repository.commit(trees[0])
    head = repository.commit(trees[1], parent=base)
    diff = repository.git("diff", "-M", "--no-textconv", base, head)
    told = list(diff_changes(diff, "-", repository.path).files)
    for ours, theirs in zip(told, repository.files(base, head), strict=True):
        assert isinstance(ours, FileChange)
        assert isinstance(theirs, FileChange)
        # A diff is one text: where one side of it is no UTF-8, the other is read in the same way.
        removed = "".join(line for edit in theirs.edits for line in edit.removed)
        if theirs.nature is Nature.TEXT and theirs.edits and "\xe9" not in f"{theirs.text or ''}{removed}":
            assert ours == theirs
