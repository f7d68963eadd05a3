import os
import sys
from pathlib import Path

import pytest

from reviewbot.diff import Edit, FileChange, Nature, Status
from reviewbot.errors import UsageError
from reviewbot.sources.directory import NOT_ENTERED
from reviewbot.spans import Gap, GapKind
from sources.sweeps import directory_changes


def _write(place: Path, content: bytes = b"x\n") -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def test_every_file_is_new_and_in_order(tmp_path: Path) -> None:
    for name in ("b.py", "a/z.py", "a/b/c.py", "a.py", ".hidden"):
        _write(tmp_path / name)
    changes = directory_changes(tmp_path)
    found = list(changes.files)
    assert [file.path for file in found] == [".hidden", "a/b/c.py", "a/z.py", "a.py", "b.py"]
    assert all(isinstance(file, FileChange) and file.status is Status.ADDED for file in found)
    assert (changes.target.kind, changes.target.repo) == ("sweep", tmp_path.name)


def test_a_file_is_read_as_git_would_count_it(tmp_path: Path) -> None:
    _write(tmp_path / "f", b"a\rb\r\nc\xe9")
    (file,) = directory_changes(tmp_path).files
    assert isinstance(file, FileChange)
    assert file.edits == (Edit(1, (), 1, 2),)
    assert file.text == "a\rb\r\ncé\n"


def test_a_binary_file_has_no_lines(tmp_path: Path) -> None:
    _write(tmp_path / "f", b"a\n\0")
    (file,) = directory_changes(tmp_path).files
    assert isinstance(file, FileChange)
    assert (file.nature, file.edits, file.complete) == (Nature.BINARY, (), False)


def test_S22_links_are_not_followed(tmp_path: Path) -> None:
    _write(tmp_path / "outside/key.py", b"password\n")
    (tmp_path / "top").mkdir()
    (tmp_path / "top/file").symlink_to("../outside/key.py")
    (tmp_path / "top/folder").symlink_to("../outside")
    (tmp_path / "top/loop").symlink_to(".")
    found = list(directory_changes(tmp_path / "top").files)
    assert [(file.path, file.text) for file in found if isinstance(file, FileChange)] == [
        ("file", "../outside/key.py\n"),
        ("folder", "../outside\n"),
        ("loop", ".\n"),
    ]
    assert all(isinstance(file, FileChange) and file.nature is Nature.SYMLINK for file in found)


@pytest.mark.parametrize("name", sorted(NOT_ENTERED))
def test_folders_of_tools_are_named_and_not_entered(tmp_path: Path, name: str) -> None:
    _write(tmp_path / "sub" / name / "x.py")
    (gap,) = directory_changes(tmp_path).files
    assert isinstance(gap, Gap)
    assert (gap.path, gap.kind) == (f"sub/{name}", GapKind.SKIPPED)


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (gap,) = directory_changes(tmp_path).files
    assert isinstance(gap, Gap)
    assert (gap.kind, gap.reason) == (GapKind.SKIPPED, "not a regular file")


def test_what_cannot_be_read_fails_alone(tmp_path: Path) -> None:
    _write(tmp_path / "a.py")
    _write(tmp_path / "b.py")
    files = iter(directory_changes(tmp_path).files)
    assert next(files).path == "a.py"
    (tmp_path / "b.py").unlink()  # works for root too, who may read everything
    gap = next(files)
    assert isinstance(gap, Gap)
    assert (gap.path, gap.kind, gap.reason) == ("b.py", GapKind.FAILED, "No such file or directory")


@pytest.mark.skipif(sys.platform == "darwin", reason="its file system takes UTF-8 names only")
def test_a_name_that_is_not_utf_8_is_kept(tmp_path: Path) -> None:
    _write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.py")))
    (file,) = directory_changes(tmp_path).files
    assert os.fsencode(file.path) == b"caf\xe9.py"


def test_a_missing_directory_is_a_mistake_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no directory"):
        directory_changes(tmp_path / "nowhere")
