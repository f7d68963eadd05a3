"""Running git: what it is given, and what its complaints become."""

import os
from pathlib import Path

import pytest

from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.blobs import open_blobs
from reviewbot.sources.entries import Comparison, files_of, pairs
from reviewbot.sources.git import Git
from sources.repositories import Repository


def _fake_git(folder: Path, script: str) -> str:
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_no_git_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="git is not installed"):
        Git.at(tmp_path)


@pytest.mark.parametrize("version", ["git version 2.30.2", "git version 1.8.3.1", "hello"])
def test_an_old_git_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setenv("PATH", _fake_git(tmp_path, f"echo '{version}'"))
    with pytest.raises(SourceError, match=f"'{version}' is too old") as caught:
        Git.at(tmp_path)
    assert "2.31" in caught.value.hint


def test_a_repository_of_another_user_is_one_sentence(
    committed: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Git's own tests have a switch for this, which needs no second user.
    real = os.environ["PATH"]
    script = f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH="{real}" exec git "$@"'
    monkeypatch.setenv("PATH", _fake_git(tmp_path, script))
    with pytest.raises(UsageError, match="belongs to another user") as caught:
        Git.at(committed.path)
    assert "safe.directory" in caught.value.hint


def test_settings_join_those_of_the_caller(committed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "caller.said")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "this")
    git = Git.at(committed.path).configured([("we.say", "that")])
    assert (git.ask("config", "caller.said"), git.ask("config", "we.say")) == ("this", "that")
    assert git.ask("config", "core.hooksPath") == "/dev/null"


def test_a_failure_is_gits_own_sentence(committed: Repository) -> None:
    with pytest.raises(SourceError, match="git cat-file failed: Not a valid object name nowhere") as caught:
        Git.at(committed.path).run("cat-file", "-p", "nowhere")
    assert caught.value.exit_code == 4


def test_a_failure_after_some_output_is_a_failure(committed: Repository, tmp_path: Path) -> None:
    path = _fake_git(tmp_path, "echo one; echo 'fatal: disk on fire' >&2; exit 128")
    git = Git.at(committed.path).within(PATH=path)
    with git.blocks("diff-tree") as lines:
        assert next(lines) == b"one\n"
        with pytest.raises(SourceError, match="disk on fire"):
            next(lines)


@pytest.mark.parametrize(
    ("bend", "reason"),
    [
        ("head -n 0", "shows no patch between its two blobs"),
        ("sed s/^index.*/index\\ 1..2/", "shows no patch between its two blobs"),
        ("sed -n 'H;${x;s/^.//;p;p;}'", "more files than it lists"),
    ],
)
def test_a_patch_of_other_files_than_listed_is_refused(
    committed: Repository, tmp_path: Path, bend: str, reason: str
) -> None:
    committed.write("app.py", "one\n")
    committed.git("commit", "-qam", "second")
    real = os.environ["PATH"]
    script = f'PATH="{real}"\ncase "$*" in *--patch*) git "$@" | {bend};; *) exec git "$@";; esac'
    git = Git.at(committed.path).within(PATH=_fake_git(tmp_path, script))
    trees = tuple(committed.git("rev-parse", name).decode().strip() for name in ("HEAD~", "HEAD"))
    comparison = Comparison(git, trees)
    with (
        comparison.entries() as entries,
        comparison.hunks() as sections,
        pytest.raises(SourceError, match=reason),
    ):
        list(pairs(entries, sections))


@pytest.mark.parametrize("size", range(1, 40))
def test_a_patch_is_cut_at_its_files_wherever_its_blocks_end(size: int) -> None:
    patch = b"diff --git a/a b/a\n@@ -1 +1 @@\n+diff --git \n\ndiff --git a/b b/b\n@@ -1 +1 @@\n-\n"
    blocks = [patch[at : at + size] for at in range(0, len(patch), size)]
    assert list(files_of(blocks)) == [
        b"diff --git a/a b/a\n@@ -1 +1 @@\n+diff --git \n\n",
        b"a/b b/b\n@@ -1 +1 @@\n-\n",
    ]


def test_blobs_come_one_by_one(committed: Repository) -> None:
    ids = [committed.git("rev-parse", f"HEAD:{name}").decode().strip() for name in ("app.py", "old.py")]
    with open_blobs(Git.at(committed.path)) as blobs:
        assert [blobs.read(blob_id) for blob_id in (*ids, ids[0])] == [
            b"one\ntwo\nthree\n",
            b"gone\n",
            b"one\ntwo\nthree\n",
        ]


def test_what_is_no_blob_leaves_the_next_one_readable(committed: Repository) -> None:
    blob = committed.git("rev-parse", "HEAD:old.py").decode().strip()
    tree = committed.git("rev-parse", "HEAD^{tree}").decode().strip()
    with open_blobs(Git.at(committed.path)) as blobs:
        for wrong in (tree, "0" * 40):
            with pytest.raises(ValueError, match=wrong[:12]):
                blobs.read(wrong)
        assert blobs.read(blob) == b"gone\n"


def test_of_a_binary_blob_only_the_head_is_kept(repository: Repository) -> None:
    big = repository.git("hash-object", "-w", "--stdin", stdin=b"\0" * 3_000_000).decode().strip()
    small = repository.git("hash-object", "-w", "--stdin", stdin=b"small").decode().strip()
    with open_blobs(Git.at(repository.path)) as blobs:
        assert len(blobs.read(big)) == 8_000
        assert blobs.read(small) == b"small"


def test_a_blob_reader_that_dies_is_an_error(committed: Repository, tmp_path: Path) -> None:
    git = Git.at(committed.path).within(PATH=_fake_git(tmp_path, "exit 1"))
    with pytest.raises(SourceError, match="ended early"), open_blobs(git) as blobs:
        blobs.read("0" * 40)


def test_a_blob_that_is_cut_short_is_an_error(committed: Repository, tmp_path: Path) -> None:
    git = Git.at(committed.path).within(PATH=_fake_git(tmp_path, f"echo {'0' * 40} blob 100; echo short"))
    with pytest.raises(SourceError, match="ended early"), open_blobs(git) as blobs:
        blobs.read("0" * 40)


def test_several_questions_have_their_own_answers(committed: Repository) -> None:
    asked = [("rev-parse", "--is-bare-repository"), ("rev-parse", "--verify", "-q", "no"), ("hash-object",)]
    assert Git.at(committed.path).ask_all(*asked) == ["false", None, ""]


def test_blobs_come_right_whatever_was_expected(committed: Repository) -> None:
    ids = [committed.git("hash-object", "-w", "--stdin", stdin=b"%d" % n).decode().strip() for n in range(40)]
    missing = "1" * 40
    expected = [*ids[:20], missing, *ids[20:], ids[3]]
    with open_blobs(Git.at(committed.path)) as blobs:
        blobs.expect(expected)
        assert blobs.read(ids[35]) == b"35"
        for n, blob_id in enumerate(ids[:20]):
            assert blobs.read(blob_id) == b"%d" % n
        with pytest.raises(ValueError, match="does not hold"):
            blobs.read(missing)
        assert blobs.read(ids[39]) == b"39"
        assert blobs.read(ids[20]) == b"20"
