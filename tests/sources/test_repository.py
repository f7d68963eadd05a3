"""What changed in a repository: ranges, revisions, and the odd kinds of files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewbot.diff import Changeset, Edit, FileChange, Nature, Status
from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.repository import range_changes, staged_changes, worktree_changes
from reviewbot.spans import Gap, GapKind
from sources.repositories import FILE, LINK, MODULE, SCRIPT, Repository, new_repository
from sources.sweeps import sweep_changes


def change(repository: Repository, old: tuple[str, bytes], new: tuple[str, bytes]) -> list[FileChange | Gap]:
    base = repository.commit({b"f": old})
    return repository.files(base, repository.commit({b"f": new}, parent=base))


def only(files: list[FileChange | Gap]) -> FileChange:
    (file,) = files
    assert isinstance(file, FileChange)
    return file


def test_an_edit_comes_with_the_whole_new_side(repository: Repository) -> None:
    file = only(change(repository, (FILE, b"a\nb\nc\n"), (FILE, b"a\nB\nc\n")))
    assert file.edits == (Edit(2, ("b",), 2, 1),)
    assert file.text == "a\nB\nc\n"
    assert (file.status, file.nature, file.complete) == (Status.MODIFIED, Nature.TEXT, True)


def test_a_range_starts_where_the_branch_parted(repository: Repository) -> None:
    fork = repository.commit({b"f": (FILE, b"a\n")})
    head = repository.commit({b"f": (FILE, b"a\nb\n")}, "topic", parent=fork)
    repository.commit({b"f": (FILE, b"a\n"), b"other": (FILE, b"x\n")}, parent=fork)
    changes = range_changes(repository.path, "main", "topic")
    assert (changes.target.base, changes.target.head) == (fork, head)
    assert (changes.target.kind, changes.target.repo) == ("range", "project")
    assert [file.path for file in changes.files] == ["f"]


def test_the_default_base_is_origins_default_branch(repository: Repository, tmp_path: Path) -> None:
    base = repository.commit({b"f": (FILE, b"a\n")})
    repository.git("clone", "-q", str(repository.path), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    head = clone.commit({b"f": (FILE, b"b\n")}, parent=base)
    target = range_changes(clone.path).target
    assert (target.base, target.head) == (base, head)


@pytest.mark.parametrize("name", ["main", "master"])
def test_without_origin_the_default_base_is_main_or_master(committed: Repository, name: str) -> None:
    start = committed.git("rev-parse", "HEAD").decode().strip()
    committed.git("branch", "-M", name)
    committed.git("checkout", "-q", "-b", "topic")
    committed.write("app.py", "one\n")
    committed.git("commit", "-qam", "second")
    assert range_changes(committed.path).target.base == start


def test_without_a_branch_to_compare_with_it_asks_for_one(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", "-b", "trunk")
    repository.commit({b"f": (FILE, b"a\n")}, "trunk")
    with pytest.raises(UsageError, match="no branch to compare with") as caught:
        range_changes(repository.path)
    assert "--base" in caught.value.hint


def test_a_rename_goes_by_its_new_path(repository: Repository) -> None:
    text = b"".join(b"line %d\n" % number for number in range(20))
    base = repository.commit({b"old": (FILE, text)})
    head = repository.commit({b"new": (FILE, text.replace(b"line 7", b"line seven"))}, parent=base)
    file = only(repository.files(base, head))
    assert (file.path, file.old_path, file.status) == ("new", "old", Status.RENAMED)
    assert file.edits == (Edit(8, ("line 7",), 8, 1),)


def test_a_change_of_mode_has_no_edits(repository: Repository) -> None:
    file = only(change(repository, (FILE, b"a\n"), (SCRIPT, b"a\n")))
    assert (file.status, file.edits) == (Status.MODIFIED, ())


def test_a_file_that_becomes_a_link_goes_and_comes(repository: Repository) -> None:
    files = change(repository, (FILE, b"a\nb\n"), (LINK, b"/etc/passwd"))
    gone, come = (file for file in files if isinstance(file, FileChange))
    assert (gone.status, gone.nature, gone.edits) == (
        Status.DELETED,
        Nature.TEXT,
        (Edit(1, ("a", "b"), 1, 0),),
    )
    assert (come.status, come.nature, come.text) == (Status.ADDED, Nature.SYMLINK, "/etc/passwd\n")


def test_a_submodule_is_the_line_that_git_shows(repository: Repository) -> None:
    file = only(change(repository, (MODULE, b"1" * 40), (MODULE, b"2" * 40)))
    assert (file.nature, file.edits) == (
        Nature.SUBMODULE,
        (Edit(1, ("Subproject commit " + "1" * 40,), 1, 1),),
    )
    assert file.text == "Subproject commit " + "2" * 40 + "\n"


@pytest.mark.parametrize("old", [b"a\n", b"a\0b\n"])
def test_a_nul_on_the_new_side_makes_a_binary_file(repository: Repository, old: bytes) -> None:
    file = only(change(repository, (FILE, old), (FILE, b"a\0\n")))
    assert (file.nature, file.edits, file.complete) == (Nature.BINARY, (), False)


@pytest.mark.parametrize(("old", "new"), [(b"a\0\n", b"a\nb\n"), (b"\0", b"a" * 9000 + b"\n\0\n")])
def test_text_that_was_binary_is_read_as_new(repository: Repository, old: bytes, new: bytes) -> None:
    file = only(change(repository, (FILE, old), (FILE, new)))
    assert (file.status, file.nature, file.complete) == (Status.ADDED, Nature.TEXT, True)
    assert file.edits == (Edit(1, (), 1, 2),)
    assert file.text == new.decode()


def test_a_late_nul_does_not(repository: Repository) -> None:
    late = b"a" * 8000 + b"\n\0\n"
    file = only(change(repository, (FILE, late), (FILE, b"b\n" + late)))
    assert (file.nature, file.edits) == (Nature.TEXT, (Edit(1, (), 1, 1),))


def test_latin_1_is_text(repository: Repository) -> None:
    file = only(change(repository, (FILE, b"\xe9t\xe9\n"), (FILE, b"\xe9t\xe9\nhiver\n")))
    assert file.text == "été\nhiver\n"


def test_a_sweep_is_everything_as_new(committed: Repository) -> None:
    changes = sweep_changes(committed.path)
    assert [(file.path, file.status) for file in changes.files if isinstance(file, FileChange)] == [
        ("app.py", Status.ADDED),
        ("old.py", Status.ADDED),
    ]
    assert (changes.target.kind, changes.target.base) == ("sweep", "")


def test_a_bare_clone_will_do(committed: Repository, tmp_path: Path) -> None:
    committed.git("clone", "-q", "--bare", str(committed.path), str(tmp_path / "bare.git"))
    changes = sweep_changes(tmp_path / "bare.git")
    assert changes.target.repo == "bare"
    assert len(list(changes.files)) == 2


@pytest.mark.parametrize("read", [staged_changes, worktree_changes])
def test_a_bare_repository_has_no_working_tree(tmp_path: Path, read: Callable[[Path], Changeset]) -> None:
    new_repository(tmp_path / "bare", "--bare")
    with pytest.raises(UsageError, match="no working tree"):
        read(tmp_path / "bare")


def test_a_shallow_clone_without_the_merge_base_says_how_to_get_it(
    repository: Repository, tmp_path: Path
) -> None:
    fork = repository.commit({b"f": (FILE, b"a\n")})
    repository.commit({b"f": (FILE, b"b\n")}, "topic", parent=fork)
    repository.commit({b"g": (FILE, b"c\n")}, parent=fork)
    url = f"file://{repository.path}"
    repository.git("clone", "-q", "--depth=1", "--no-single-branch", url, str(tmp_path / "shallow"))
    with pytest.raises(SourceError, match="does not reach back") as caught:
        range_changes(tmp_path / "shallow", "origin/main", "origin/topic")
    assert "--unshallow" in caught.value.hint
    assert caught.value.exit_code == 4


def test_a_shallow_clone_with_it_is_enough(repository: Repository, tmp_path: Path) -> None:
    first = repository.commit({b"f": (FILE, b"a\n")})
    second = repository.commit({b"f": (FILE, b"b\n")}, parent=first)
    third = repository.commit({b"f": (FILE, b"c\n")}, parent=second)
    repository.git("clone", "-q", "--depth=2", f"file://{repository.path}", str(tmp_path / "shallow"))
    assert range_changes(tmp_path / "shallow", second, third).target.base == second


def test_unrelated_histories_have_no_range(repository: Repository) -> None:
    repository.commit({b"f": (FILE, b"a\n")})
    repository.commit({b"f": (FILE, b"a\n")}, "island")
    repository.git("commit", "--amend", "--allow-empty", "-qm", "else")
    with pytest.raises(SourceError, match="no common history"):
        range_changes(repository.path, "main", "island")


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "HEAD..main", "main...HEAD", "^HEAD", "HEAD:app.py", "a\0b", "a b"]
)
def test_an_unknown_revision_is_named(committed: Repository, revision: str) -> None:
    with pytest.raises(UsageError, match=r"no revision|no commit") as caught:
        range_changes(committed.path, revision)
    assert caught.value.hint
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("revision", ["--output=stolen", "-x", "-", "--help"])
def test_S23_a_revision_is_never_an_option(committed: Repository, revision: str) -> None:
    for arguments in ((revision, "HEAD"), ("HEAD", revision)):
        with pytest.raises(UsageError, match="no revision"):
            range_changes(committed.path, *arguments)
    with pytest.raises(UsageError, match="no revision"):
        staged_changes(committed.path, revision)
    assert not list(committed.path.glob("stolen"))


def test_a_branch_can_be_named_like_a_file(committed: Repository) -> None:
    committed.git("branch", "app.py")
    assert list(range_changes(committed.path, "app.py", "HEAD").files) == []


def test_a_missing_directory_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no directory"):
        sweep_changes(tmp_path / "nowhere")


def test_a_plain_directory_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="not in a git repository"):
        sweep_changes(tmp_path)


def test_nothing_committed_is_not_a_range(repository: Repository) -> None:
    with pytest.raises(UsageError, match="no commit yet"):
        range_changes(repository.path)


def test_a_missing_blob_costs_its_file_only(repository: Repository) -> None:
    head = repository.commit({b"a": (FILE, b"lost\n"), b"b": (FILE, b"kept\n")})
    lost = repository.git("rev-parse", f"{head}:a").decode().strip()
    (repository.path / ".git/objects" / lost[:2] / lost[2:]).unlink()
    gap, file = sweep_changes(repository.path, head).files
    assert isinstance(gap, Gap)
    assert (gap.path, gap.kind, gap.by) == ("a", GapKind.FAILED, "source")
    assert lost[:12] in gap.reason
    assert file.path == "b"


def test_a_partial_clone_fetches_nothing_and_says_so(repository: Repository, tmp_path: Path) -> None:
    base = repository.commit({b"f": (FILE, b"a\n")})
    head = repository.commit({b"f": (FILE, b"b\n")}, parent=base)
    repository.git("config", "uploadpack.allowFilter", "true")
    url = f"file://{repository.path}"
    repository.git("clone", "-q", "--bare", "--filter=blob:none", url, str(tmp_path / "partial"))
    with pytest.raises(SourceError, match="lacks objects") as caught:
        list(range_changes(tmp_path / "partial", base, head).files)
    assert "git fetch" in caught.value.hint
