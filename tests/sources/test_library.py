"""Files at the reviewed commit, found by a line in them."""

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reviewbot.chunks import Limits, plan
from reviewbot.chunks.related import relate
from reviewbot.chunks.related_lines import definition_line, use_line
from reviewbot.diff import Changeset, FileChange, Library
from reviewbot.errors import SourceError
from reviewbot.sources.diff_file import diff_changes
from reviewbot.sources.directory import DirectoryLibrary
from reviewbot.sources.git import Git
from reviewbot.sources.library import LARGEST, GitLibrary, nearest
from reviewbot.sources.repository import range_changes, staged_changes, worktree_changes
from reviewbot.stores.ranks import count_bytes
from sources.repositories import FILE, LINK, MODULE, Repository, Tree
from sources.sweeps import directory_changes, sweep_changes

PYTHON = frozenset({".py"})
DB = b"def lookup(x):\n    return x\n"
TREE: Tree = {
    b"app/db.py": (FILE, DB),
    b"app/views.py": (FILE, b"def show(x):\n    return lookup(x)\n"),
    b"app/other.py": (FILE, b"def lookups(x):\n    return x\n"),
    b"notes.md": (FILE, b"lookup\n"),
}


def library_of(changes: Changeset) -> Library:
    assert changes.library
    return changes.library


def paths(found: Iterable[tuple[str, str]]) -> list[str]:
    return [path for path, _ in found]


@pytest.fixture
def filled(repository: Repository) -> Repository:
    repository.commit(TREE)
    repository.git("reset", "-q", "--hard")
    return repository


def test_a_commit_is_searched(filled: Repository) -> None:
    library = library_of(sweep_changes(filled.path))
    assert list(library.search("lookup", PYTHON)) == [
        ("app/db.py", DB.decode()),
        ("app/views.py", "def show(x):\n    return lookup(x)\n"),
    ]


def test_the_reviewed_commit_counts_not_the_working_tree(filled: Repository) -> None:
    head = filled.commit({**TREE, b"app/db.py": (FILE, b"gone = 1\n")}, parent="main")
    filled.write("app/new.py", "lookup(1)\n")
    library = library_of(range_changes(filled.path, "main~", head))
    assert paths(library.search("lookup", PYTHON)) == ["app/views.py"]


def test_the_index_is_searched_for_staged_changes(filled: Repository) -> None:
    filled.write("app/new.py", "lookup(1)\n")
    filled.git("add", "app/new.py")
    filled.write("app/new.py", "nothing\n")
    filled.write("app/later.py", "lookup(1)\n")
    library = library_of(staged_changes(filled.path))
    assert dict(library.search("lookup", PYTHON))["app/new.py"] == "lookup(1)\n"
    assert paths(library.search("lookup", PYTHON)) == ["app/db.py", "app/new.py", "app/views.py"]


def test_the_working_tree_is_searched_with_what_is_not_tracked_yet(filled: Repository) -> None:
    filled.write("app/new.py", "lookup(1)\n")
    filled.write("app/db.py", "gone = 1\n")
    changes = worktree_changes(filled.path)
    assert len(list(changes.files)) == 2
    for _ in range(2):
        assert paths(library_of(changes).search("lookup", PYTHON)) == ["app/new.py", "app/views.py"]
    assert filled.git("status", "--porcelain").split() == [b"M", b"app/db.py", b"??", b"app/new.py"]


def test_a_bare_shallow_clone_is_searched(filled: Repository, tmp_path: Path) -> None:
    url = f"file://{filled.path}"
    filled.git("clone", "-q", "--bare", "--depth=1", url, str(tmp_path / "bare"))
    library = library_of(sweep_changes(tmp_path / "bare", "main"))
    assert paths(library.search("lookup", PYTHON)) == ["app/db.py", "app/views.py"]


def test_all_of_the_repository_is_searched_from_a_folder_of_it(filled: Repository) -> None:
    filled.write("deep/x.py", "lookup(1)\n")
    filled.git("add", ".")
    for changes in (sweep_changes(filled.path / "deep"), staged_changes(filled.path / "deep")):
        assert "app/db.py" in paths(library_of(changes).search("lookup", PYTHON))


def test_a_plain_directory_gives_what_git_gives(filled: Repository) -> None:
    near = frozenset({"app/x.py"})
    library = library_of(directory_changes(filled.path))
    for line in (use_line(["lookup"]), definition_line(["lookup"], ["python", "javascript"]), "nothing"):
        by_git = list(library_of(sweep_changes(filled.path)).search(line, PYTHON, near))
        assert list(library.search(line, PYTHON, near)) == by_git


def test_a_bare_diff_has_no_library() -> None:
    assert diff_changes(b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "-").library is None


def test_without_a_suffix_nothing_is_searched(filled: Repository) -> None:
    assert list(library_of(sweep_changes(filled.path)).search("lookup", frozenset())) == []
    assert list(library_of(directory_changes(filled.path)).search("lookup", frozenset())) == []


def test_the_same_folder_comes_first_then_the_nearest_then_by_name() -> None:
    some = [
        "z.py",
        "app/z.py",
        "app/web/b.py",
        "app/web/a.py",
        "app/web/deep/a.py",
        "lib/a.py",
        "app/api/a.py",
    ]
    assert nearest(some, frozenset({"app/web/views.py"})) == [
        "app/web/a.py",
        "app/web/b.py",
        "app/web/deep/a.py",
        "app/z.py",
        "app/api/a.py",
        "z.py",
        "lib/a.py",
    ]


def test_a_folder_of_the_change_comes_before_one_between_two_of_them() -> None:
    near = frozenset({"app/x.py", "app/web/api/y.py"})
    assert nearest(["app/web/z.py", "app/z.py"], near) == ["app/z.py", "app/web/z.py"]


def test_what_policy_does_not_read_is_left_out() -> None:
    assert nearest(["node_modules/x.js", "a.min.js", "api_pb2.py", "vendor/x.go", "a.py"], frozenset()) == [
        "a.py"
    ]


@pytest.mark.parametrize("open_library", [sweep_changes, directory_changes])
def test_what_is_too_large_or_binary_is_left_out(
    filled: Repository, open_library: Callable[[Path], Changeset]
) -> None:
    filled.write("app/large.py", "lookup(1)\n" + "x" * LARGEST)
    filled.write("app/binary.py", "lookup(1)\n\0")
    filled.write("app/fits.py", "lookup(1)\n" + "x" * (LARGEST - 10))
    filled.git("add", ".")
    filled.git("commit", "-qm", "large")
    found = library_of(open_library(filled.path)).search("lookup", PYTHON)
    assert paths(found) == ["app/db.py", "app/fits.py", "app/views.py"]


def test_no_link_is_followed_and_no_submodule_entered(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("lookup(1)\n")
    repository.commit(
        {
            b"link.py": (LINK, b"../secret.py"),
            b"folder": (LINK, b".."),
            b"lookup.py": (LINK, b"lookup"),
            b"sub.py": (MODULE, b"1" * 40),
        }
    )
    repository.git("reset", "-q", "--hard")
    repository.git("config", "submodule.recurse", "true")
    for changes in (sweep_changes(repository.path), staged_changes(repository.path)):
        assert list(library_of(changes).search("lookup", PYTHON)) == []
    for changes in (worktree_changes(repository.path), directory_changes(repository.path)):
        assert list(library_of(changes).search("lookup", PYTHON)) == []


ODD = (b"new\nline.py", b"-opt/--threads=0.py", b":(exclude)x.py", b"caf\xe9 \t.py", b'"quoted".py', b"*.py")


def test_a_name_cannot_be_taken_for_anything_else(repository: Repository) -> None:
    repository.commit(dict.fromkeys(ODD, (FILE, DB)))
    found = list(library_of(sweep_changes(repository.path)).search("lookup", PYTHON))
    assert found == [(path, DB.decode()) for path in nearest((_decoded(name) for name in ODD), frozenset())]
    assert len(found) == len(ODD)


def _decoded(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("line", ["--open-files-in-pager=touch sprung", "-e", "(lookup)|-O"])
def test_a_line_cannot_be_an_option(filled: Repository, line: str) -> None:
    found = library_of(sweep_changes(filled.path)).search(line, PYTHON)
    assert paths(found) == (["app/db.py", "app/views.py"] if "lookup" in line else [])
    assert not (filled.path / "sprung").exists()


def test_attributes_hide_nothing_and_start_nothing(filled: Repository, tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    filled.write(".gitattributes", "*.py -text binary diff=x filter=x\n")
    for name in ("diff.x.textconv", "filter.x.clean", "filter.x.smudge"):
        filled.git("config", name, f"touch {sprung}; cat")
    filled.git("commit", "-qm", "hide", "--allow-empty")
    sprung.unlink(missing_ok=True)
    for changes in (sweep_changes(filled.path), staged_changes(filled.path), worktree_changes(filled.path)):
        assert paths(library_of(changes).search("lookup", PYTHON)) == ["app/db.py", "app/views.py"]
    assert not sprung.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("grep.lineNumber", "true"),
        ("grep.column", "true"),
        ("grep.patternType", "fixed"),
        ("grep.fullName", "false"),
        ("grep.threads", "9999"),
        ("color.grep", "always"),
        ("core.quotePath", "true"),
        ("core.ignoreCase", "true"),
    ],
)
def test_configuration_bends_no_search(filled: Repository, name: str, value: str) -> None:
    filled.git("config", name, value)
    assert paths(library_of(sweep_changes(filled.path / "app")).search("(lookup)", PYTHON)) == [
        "app/db.py",
        "app/views.py",
    ]


def test_a_file_in_conflict_is_left_out(filled: Repository) -> None:
    filled.git("checkout", "-q", "-b", "other")
    for branch, text in (("other", "lookup(2)\n"), ("main", "lookup(3)\n")):
        filled.git("checkout", "-q", branch)
        filled.write("app/db.py", text)
        filled.git("commit", "-qam", text)
    command = ("git", "-C", str(filled.path), "-c", "user.name=n", "-c", "user.email=n", "merge", "other")
    assert subprocess.run(command, check=False, capture_output=True).returncode
    assert paths(library_of(staged_changes(filled.path)).search("lookup", PYTHON)) == ["app/views.py"]


def test_a_partial_clone_says_that_it_lacks_objects(filled: Repository, tmp_path: Path) -> None:
    filled.git("config", "uploadpack.allowFilter", "true")
    url = f"file://{filled.path}"
    filled.git("clone", "-q", "--bare", "--filter=blob:none", url, str(tmp_path / "partial"))
    library = GitLibrary(Git.at(tmp_path / "partial"), "main")
    with pytest.raises(SourceError, match="git grep failed"):
        list(library.search("lookup", PYTHON))


def test_a_directory_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert list(DirectoryLibrary(tmp_path / "gone").search("x", PYTHON)) == []


def test_a_change_is_shown_with_code_of_its_repository(filled: Repository) -> None:
    base = filled.git("rev-parse", "main").decode().strip()
    edited = {**TREE, b"app/views.py": (FILE, b"def show(x):\n    return lookup(x + 1)\n")}
    filled.commit(edited, parent=base)
    changes = range_changes(filled.path, base, "main")
    planned = plan(changes.files, Limits(), count_bytes)
    (chunk,) = relate(planned, changes.library, Limits(), count_bytes).chunks
    assert chunk.related == "> app/db.py:1 lookup\n> def lookup(x):\n>     return x\n"
    assert isinstance(chunk.file, FileChange)
