"""Whatever a repository holds, nothing of it is run and nothing of it hides a change.

A trap leaves the file `sprung` behind. `test_every_trap_works` shows that plain git steps into each, so that
no test is green for the wrong reason.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewbot.diff import Edit, FileChange, Nature
from reviewbot.errors import SourceError
from reviewbot.sources.git import Git
from reviewbot.sources.repository import range_changes, staged_changes, worktree_changes
from sources.repositories import FILE, MODULE, Repository, new_repository
from sources.sweeps import sweep_changes

Trap = Callable[[Repository, str], None]


def _config(*settings: tuple[str, str], attributes: str = "") -> Trap:
    def lay(repository: Repository, program: str) -> None:
        for name, value in settings:
            repository.git("config", name, value.replace("PROGRAM", program))
        repository.write(".gitattributes", attributes)

    return lay


def _hook(repository: Repository, program: str) -> None:
    hook = repository.path / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{program}\n")
    hook.chmod(0o755)


def _submodule_monitor(repository: Repository, program: str) -> None:
    inner = new_repository(repository.path / "sub")
    inner.write("x", "x\n")
    inner.git("add", ".")
    inner.git("commit", "-qm", "inner")
    repository.git("-c", "advice.addEmbeddedRepo=false", "add", "sub")
    repository.git("commit", "-qm", "sub")
    inner.git("config", "core.fsmonitor", program)


TRAPS: dict[str, Trap] = {
    "filter": _config(("filter.x.clean", "PROGRAM; cat"), attributes="* filter=x\n"),
    "filter with = in its name": _config(("filter.a=b.clean", "PROGRAM; cat"), attributes="* filter=a=b\n"),
    "filter process": _config(
        ("filter.x.process", "PROGRAM"), ("filter.x.required", "true"), attributes="* filter=x\n"
    ),
    "fsmonitor": _config(("core.fsmonitor", "PROGRAM")),
    "textconv": _config(("diff.x.textconv", "PROGRAM; cat"), attributes="* diff=x\n"),
    "diff driver": _config(("diff.x.command", "PROGRAM; true"), attributes="* diff=x\n"),
    "external diff": _config(("diff.external", "PROGRAM; true")),
    "hook": _hook,
    "monitor of a submodule": _submodule_monitor,
}
READERS = (range_changes, staged_changes, worktree_changes, sweep_changes)


@pytest.fixture
def sprung(tmp_path: Path) -> Path:
    return tmp_path / "sprung"


@pytest.fixture
def trapped(committed: Repository, sprung: Path, request: pytest.FixtureRequest) -> Repository:
    committed.write("app.py", "one\nTWO\nthree\n")
    committed.git("commit", "-qam", "second")
    committed.git("branch", "-q", "base", "HEAD~")
    TRAPS[request.param](committed, f"touch {sprung}")
    committed.write("app.py", "one\nTWO\nTHREE\n")
    committed.write("new.py", "new\n")
    sprung.unlink(missing_ok=True)
    return committed


every_trap = pytest.mark.parametrize("trapped", TRAPS, indirect=True)


@every_trap
def test_every_trap_works(trapped: Repository, sprung: Path) -> None:
    for command in (("diff", "HEAD"), ("add", "-A")):
        arguments = ("git", "-C", str(trapped.path), *command)
        subprocess.run(arguments, check=False, capture_output=True)
    assert sprung.exists()


@every_trap
def test_no_trap_is_sprung(trapped: Repository, sprung: Path) -> None:
    for read in READERS:
        files = list(read(trapped.path, "base" if read is not sweep_changes else None).files)
        assert "app.py" in {file.path for file in files}
    assert not sprung.exists()


@every_trap
def test_no_trap_hides_an_edit(trapped: Repository) -> None:
    found = {file.path: file for file in worktree_changes(trapped.path).files}
    file = found["app.py"]
    assert isinstance(file, FileChange)
    assert file.edits == (Edit(3, ("three",), 3, 1),)


def test_the_environment_starts_nothing(
    committed: Repository, sprung: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed.write("app.py", "one\n")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", f"touch {sprung}; true")
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u7")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    (file,) = worktree_changes(committed.path).files
    assert isinstance(file, FileChange)
    assert file.edits == (Edit(2, ("two", "three"), 2, 0),)
    assert not sprung.exists()


@pytest.fixture
def partial(repository: Repository, sprung: Path, tmp_path: Path) -> Repository:
    """A clone without blobs whose configuration would run a program to get them."""
    base = repository.commit({b"f": (FILE, b"a\n")})
    repository.commit({b"f": (FILE, b"b\n")}, parent=base)
    repository.git("config", "uploadpack.allowFilter", "true")
    url = f"file://{repository.path}"
    repository.git("clone", "-q", "--bare", "--filter=blob:none", url, str(tmp_path / "partial"))
    partial = Repository(tmp_path / "partial")
    partial.git("config", "remote.origin.url", f"ext::touch {sprung}")
    partial.git("config", "protocol.ext.allow", "always")
    return partial


def test_S24_a_partial_clone_runs_no_transport(partial: Repository, sprung: Path) -> None:
    with pytest.raises(SourceError):
        list(range_changes(partial.path, "main~", "main").files)
    assert not sprung.exists()


@pytest.mark.parametrize("held", ["GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH", ""])
def test_each_of_two_guards_stops_a_transport(partial: Repository, sprung: Path, held: str) -> None:
    open_guards = {"GIT_ALLOW_PROTOCOL": "ext", "GIT_NO_LAZY_FETCH": "0"}
    open_guards.pop(held, None)
    git = Git.at(partial.path).within(**open_guards)
    assert git.ask("cat-file", "-p", "main:f") is None
    if held == "GIT_NO_LAZY_FETCH" and sprung.exists():
        pytest.skip("this git is too old to know GIT_NO_LAZY_FETCH")
    assert sprung.exists() == (not held)


@pytest.mark.parametrize("attribute", ["-diff", "binary", "-text -diff linguist-generated", "diff=cpp"])
def test_D02_attributes_hide_no_text(committed: Repository, attribute: str) -> None:
    committed.git("branch", "base")
    committed.write(".gitattributes", f"* {attribute}\n")
    committed.write("app.py", "one\nTWO\nthree\n")
    committed.git("add", ".")
    committed.git("commit", "-qm", "hide")
    found = {file.path: file for file in range_changes(committed.path, "base").files}
    file = found["app.py"]
    assert isinstance(file, FileChange)
    assert file.edits == (Edit(2, ("two",), 2, 1),)


def test_gitmodules_hides_no_submodule(repository: Repository) -> None:
    modules = b'[submodule "s"]\n\tpath = s\n\turl = ext::sh -c touch\n\tignore = all\n'
    base = repository.commit({b"s": (MODULE, b"1" * 40), b".gitmodules": (FILE, modules)})
    head = repository.commit({b"s": (MODULE, b"2" * 40), b".gitmodules": (FILE, modules)}, parent=base)
    repository.git("reset", "-q", "--hard")
    repository.git("config", "diff.ignoreSubmodules", "all")
    (file,) = repository.files(base, head)
    assert isinstance(file, FileChange)
    assert file.nature is Nature.SUBMODULE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("diff.algorithm", "patience"),
        ("diff.renames", "false"),
        ("diff.renameLimit", "1"),
        ("diff.submodule", "log"),
        ("diff.wordRegex", "."),
        ("diff.relative", "true"),
        ("diff.suppressBlankEmpty", "true"),
        ("color.ui", "always"),
        ("color.diff", "always"),
        ("core.quotepath", "true"),
        ("core.abbrev", "4"),
        ("core.pager", "false"),
    ],
)
def test_configuration_does_not_bend_the_output(repository: Repository, name: str, value: str) -> None:
    text = b"".join(b"line %d\n" % number for number in range(30))
    other = text.replace(b"line", b"row")
    base = repository.commit({b"old \xc3\xa9": (FILE, text), b"older": (FILE, other), b"f": (FILE, text)})
    edited = text.replace(b"line 3\n", b"3\n").replace(b"line 7\n", b"7\n")
    moved = {b"new \xc3\xa9": (FILE, edited), b"newer": (FILE, other + b"more\n"), b"f": (FILE, edited)}
    head = repository.commit(moved, parent=base)
    plain = repository.files(base, head)
    repository.git("config", name, value)
    assert repository.files(base, head) == plain
    assert len(plain) == 3


def test_the_replacement_of_an_object_is_not_believed(repository: Repository) -> None:
    head = repository.commit({b"f": (FILE, b"evil\n")})
    evil = repository.git("rev-parse", f"{head}:f").decode().strip()
    kind = repository.git("hash-object", "-w", "--stdin", stdin=b"kind\n").decode().strip()
    repository.git("replace", evil, kind)
    (file,) = sweep_changes(repository.path, head).files
    assert isinstance(file, FileChange)
    assert file.text == "evil\n"
