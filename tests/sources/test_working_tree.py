"""What is staged, and what lies in the working tree."""

import os
import subprocess
from pathlib import Path

import pytest

from reviewbot.diff import Edit, FileChange, Nature, Status
from reviewbot.errors import UsageError
from reviewbot.sources.repository import staged_changes, worktree_changes
from reviewbot.spans import Gap, GapKind
from sources.repositories import MODULE, Repository, counts, new_repository


def by_path(files: object) -> dict[str, FileChange | Gap]:
    assert hasattr(files, "__iter__")
    return {file.path: file for file in files}


def test_staged_is_the_index_only(committed: Repository) -> None:
    committed.write("app.py", "one\ntwo\nstaged\n")
    committed.git("add", "app.py")
    committed.write("app.py", "one\ntwo\nlater\n")
    committed.write("new.py", "untracked\n")
    changes = staged_changes(committed.path)
    (file,) = changes.files
    assert isinstance(file, FileChange)
    assert (file.text, file.edits) == ("one\ntwo\nstaged\n", (Edit(3, ("three",), 3, 1),))
    assert changes.target.kind == "staged"
    assert changes.target.base == committed.git("rev-parse", "HEAD").decode().strip()


def test_the_working_tree_is_all_that_a_commit_could_take(committed: Repository) -> None:
    committed.write(".gitignore", "*.log\n")
    committed.write("debug.log", "ignored\n")
    committed.write("app.py", "one\nTWO\nthree\n")
    committed.write("pkg/new.py", "untracked")
    committed.write("staged.py", "staged\n")
    committed.git("add", "staged.py")
    (committed.path / "old.py").unlink()
    changes = worktree_changes(committed.path)
    found = by_path(changes.files)
    assert {path: file.status for path, file in found.items() if isinstance(file, FileChange)} == {
        ".gitignore": Status.ADDED,
        "app.py": Status.MODIFIED,
        "old.py": Status.DELETED,
        "pkg/new.py": Status.ADDED,
        "staged.py": Status.ADDED,
    }
    assert changes.target.kind == "worktree"
    assert changes.target.head == ""


def test_a_file_and_a_folder_can_change_places(committed: Repository) -> None:
    committed.write("folder/a", "a\n")
    committed.git("add", ".")
    committed.git("commit", "-qm", "folder")
    (committed.path / "folder/a").unlink()
    (committed.path / "folder").rmdir()
    committed.write("folder", "now a file\n")
    (committed.path / "app.py").unlink()
    committed.write("app.py/x", "now a folder\n")
    found = by_path(worktree_changes(committed.path).files)
    assert sorted(found) == ["app.py", "app.py/x", "folder", "folder/a"]


def test_the_users_repository_stays_as_it_was(committed: Repository) -> None:
    committed.write("new.py", "untracked\n")
    os.utime(committed.path / "app.py", (1, 1))  # makes git want to refresh its index
    before = _everything(committed.path / ".git")
    assert len(list(worktree_changes(committed.path).files)) == 1
    assert list(staged_changes(committed.path).files) == []
    assert _everything(committed.path / ".git") == before


def _everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", [".", "sub"])
def test_any_folder_of_a_working_tree_means_all_of_it(committed: Repository, folder: str) -> None:
    committed.write("sub/new.py", "x\n")
    committed.write("top.py", "x\n")
    changes = worktree_changes(committed.path / folder)
    assert [file.path for file in changes.files] == ["sub/new.py", "top.py"]
    assert changes.target.repo == "project"


def test_before_the_first_commit_everything_is_new(repository: Repository) -> None:
    repository.write("a.py", "a\n")
    repository.git("add", "a.py")
    repository.write("b.py", "b\n")
    assert [file.path for file in staged_changes(repository.path).files] == ["a.py"]
    assert [file.path for file in worktree_changes(repository.path).files] == ["a.py", "b.py"]
    assert staged_changes(repository.path).target.base == ""


def test_a_base_means_its_merge_base(committed: Repository) -> None:
    fork = committed.git("rev-parse", "HEAD").decode().strip()
    committed.git("checkout", "-qb", "topic")
    committed.write("app.py", "one\ntwo\nthree\nfour\n")
    committed.git("commit", "-qam", "four")
    committed.git("checkout", "-q", "main")
    committed.git("commit", "--allow-empty", "-qm", "ahead")
    committed.git("checkout", "-q", "topic")
    committed.write("new.py", "x\n")
    changes = worktree_changes(committed.path, "main")
    assert changes.target.base == fork
    assert [file.path for file in changes.files] == ["app.py", "new.py"]


def test_an_unmerged_file_is_a_gap_until_it_is_resolved(committed: Repository) -> None:
    committed.git("checkout", "-qb", "topic")
    committed.write("app.py", "one\ntopic\nthree\n")
    committed.git("commit", "-qam", "topic")
    committed.git("checkout", "-q", "main")
    committed.write("app.py", "one\nmain\nthree\n")
    committed.git("commit", "-qam", "main")
    with pytest.raises(subprocess.CalledProcessError):
        committed.git("merge", "-q", "topic")
    (gap,) = staged_changes(committed.path).files
    assert isinstance(gap, Gap)
    assert (gap.path, gap.kind) == ("app.py", GapKind.FAILED)
    assert "not merged" in gap.reason
    (file,) = worktree_changes(committed.path).files
    assert isinstance(file, FileChange)
    assert "<<<<<<< HEAD\n" in (file.text or "")


def test_S22_a_link_is_a_line_and_is_never_followed(committed: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.py").write_text("password\n")
    (committed.path / "cfg.py").symlink_to(tmp_path / "secret/key.py")
    (committed.path / "folder").symlink_to(tmp_path / "secret")
    found = by_path(worktree_changes(committed.path).files)
    assert sorted(found) == ["cfg.py", "folder"]
    for file in found.values():
        assert isinstance(file, FileChange)
        assert file.nature is Nature.SYMLINK
        assert "password" not in (file.text or "")


def test_S22_a_tracked_folder_that_became_a_link_is_not_entered(
    committed: Repository, tmp_path: Path
) -> None:
    committed.write("pkg/key.py", "harmless\n")
    committed.git("add", ".")
    committed.git("commit", "-qm", "pkg")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/key.py").write_text("secret\n")
    (committed.path / "pkg/key.py").unlink()
    (committed.path / "pkg").rmdir()
    (committed.path / "pkg").symlink_to(tmp_path / "outside")
    found = by_path(worktree_changes(committed.path).files)
    gone, link = found["pkg/key.py"], found["pkg"]
    assert isinstance(gone, FileChange)
    assert gone.status is Status.DELETED
    assert isinstance(link, FileChange)
    assert link.nature is Nature.SYMLINK


def test_a_repository_inside_is_named_and_not_entered(committed: Repository) -> None:
    new_repository(committed.path / "inner")
    committed.write("inner/app.py", "x\n")
    (gap,) = worktree_changes(committed.path).files
    assert isinstance(gap, Gap)
    assert (gap.path, gap.kind) == ("inner", GapKind.SKIPPED)


def test_one_file_that_git_cannot_read_costs_no_other(committed: Repository) -> None:
    for name in ("a.py", "c.py"):
        committed.write(name, "x\n")
    committed.write("b.py", "x\n")
    (committed.path / ".git/info/attributes").write_text("b.py working-tree-encoding=UTF-99\n")
    found = by_path(worktree_changes(committed.path).files)
    gap = found.pop("b.py")
    assert sorted(found) == ["a.py", "c.py"]
    assert isinstance(gap, Gap)
    assert gap.kind is GapKind.FAILED
    assert "UTF-99" in gap.reason


def test_line_ends_are_those_that_a_commit_would_take(committed: Repository) -> None:
    committed.git("config", "core.autocrlf", "input")
    committed.git("config", "core.safecrlf", "true")
    committed.write("app.py", "one\r\ntwo\r\nthree\r\nfour\r\n")
    (file,) = worktree_changes(committed.path).files
    assert isinstance(file, FileChange)
    assert file.edits == (Edit(4, (), 4, 1),)


def test_an_edit_in_the_same_instant_as_the_index_is_seen(committed: Repository) -> None:
    instant = (10**18, 10**18)
    committed.git("config", "core.trustctime", "false")
    os.utime(committed.path / "app.py", ns=instant)
    committed.git("update-index", "--refresh")
    committed.write("app.py", "one\ntwo\nTHREE\n")  # of the same size
    os.utime(committed.path / "app.py", ns=instant)
    os.utime(committed.path / ".git/index", ns=instant)
    assert [file.path for file in worktree_changes(committed.path).files] == ["app.py"]


def test_the_index_of_a_hook_is_the_one_that_is_read(
    committed: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    (committed.path / ".git/next").write_bytes((committed.path / ".git/index").read_bytes())
    committed.write("app.py", "hooked\n")
    monkeypatch.chdir(committed.path)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next")
    committed.git("add", "app.py")
    (committed.path / "sub").mkdir()
    assert counts(list(staged_changes(Path("sub")).files)) == (1, 3)
    assert counts(list(worktree_changes(Path("sub")).files)) == (1, 3)
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert list(staged_changes(Path("sub")).files) == []


def test_settings_cannot_move_the_working_tree(committed: Repository) -> None:
    committed.write("../private.txt", "not of this repository\n")
    committed.git("config", "core.worktree", "../..")
    with pytest.raises(UsageError, match="settings of the repository"):
        list(worktree_changes(committed.path).files)


def test_a_moved_submodule_shows_its_commit(committed: Repository) -> None:
    committed.git("update-index", "--add", "--cacheinfo", f"{MODULE},{'1' * 40},sub")
    (file,) = staged_changes(committed.path).files
    assert isinstance(file, FileChange)
    assert file.nature is Nature.SUBMODULE
