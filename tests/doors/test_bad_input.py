"""Bad input: one clear sentence with a hint, the right exit code, never a traceback."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from command import Command, Ran
from repositories import commit, git, new_repository


def assert_told(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code, (ran.code, ran.out, ran.err)
    assert "Traceback" not in ran.err
    assert "this is a bug" not in ran.err
    for word in words:
        assert word in ran.err


def test_not_a_repository(reviewbot: Command, tmp_path: Path) -> None:
    assert_told(reviewbot("review", cwd=tmp_path), 2, "not in a git repository", "hint:")


def test_no_such_directory(reviewbot: Command, tmp_path: Path) -> None:
    assert_told(reviewbot("review", "--repo", "nowhere", cwd=tmp_path), 2, "nowhere", "hint:")
    assert_told(reviewbot("sweep", "nowhere", cwd=tmp_path), 2, "nowhere", "hint:")


def test_an_unknown_revision(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", "--base", "nonsense", cwd=example), 2, "nonsense", "hint:")


@pytest.mark.parametrize(("base", "head"), [("--output=stolen", "HEAD"), ("main", "-x")])
def test_S23_a_revision_is_never_an_option(reviewbot: Command, example: Path, base: str, head: str) -> None:
    assert_told(reviewbot("review", f"--base={base}", f"--head={head}", cwd=example), 2, "hint:")
    assert not (example / "stolen").exists()


def test_an_empty_range_is_nothing_to_review(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "HEAD", cwd=example)
    assert_told(ran, 0)
    assert "nothing to review" in ran.out.lower()


def test_an_empty_diff_is_nothing_to_review(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("review", "--diff", "-", cwd=tmp_path)
    assert_told(ran, 0)
    assert "nothing to review" in ran.out.lower()


def test_text_that_is_no_diff_is_not_an_empty_one(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot(
        "review", "--diff", "-", cwd=tmp_path, stdin=b"these are\nnot the lines you are looking for\n"
    )
    assert_told(ran, 4, "diff", "hint:")


def test_a_truncated_diff_is_an_incomplete_review(reviewbot: Command, tmp_path: Path) -> None:
    whole = b"--- a/x.py\n+++ b/x.py\n@@ -0,0 +1,1 @@\n+eval(input())\n"
    cut = b"--- a/y.py\n+++ b/y.py\n@@ -1,3 +1,3 @@\n a\n+b\n"
    ran = reviewbot(
        "review", "--diff", "-", "--engine", "static", "--format", "json", cwd=tmp_path, stdin=whole + cut
    )
    assert_told(ran, 3)
    assert [gap["path"] for gap in ran.report["coverage"]["gaps"]] == ["y.py"]


def test_a_coloured_diff_is_not_an_empty_one(reviewbot: Command, example: Path) -> None:
    diff = git(example, "diff", "--color=always", "main").encode()
    ran = reviewbot("review", "--diff", "-", cwd=example, stdin=diff + b"\nBinary files a/x and b/x differ\n")
    assert_told(ran, 4, "--no-color")


@pytest.mark.parametrize("rest", ["", "index 123..456 100644\n"])
def test_a_diff_that_ends_after_a_header_is_incomplete(reviewbot: Command, tmp_path: Path, rest: str) -> None:
    ran = reviewbot(
        "review", "--diff", "-", cwd=tmp_path, stdin=b"diff --git a/x.py b/x.py\n" + rest.encode()
    )
    assert_told(ran, 3)


def test_the_base_itself_says_what_to_compare_instead(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", "--base", "change", cwd=example), 0, "--worktree")


def test_an_output_that_cannot_be_written_is_refused_before_any_work(
    reviewbot: Command, example: Path
) -> None:
    assert_told(reviewbot("review", "--output", "no/such/r.txt", cwd=example), 2, "no/such/r.txt", "hint:")
    assert_told(reviewbot("review", "--output", "shop", cwd=example), 2, "shop", "hint:")
    both = ("--format", "json", "--output", "r", "--format", "text", "--output", "r")
    assert_told(reviewbot("review", *both, cwd=example), 2, "share")


def test_a_repository_without_a_commit(reviewbot: Command, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "new")
    ran = reviewbot("sweep", repository, cwd=tmp_path)
    assert_told(ran, 2, "no commit yet")
    assert "a sweep reads what is committed" in ran.err
    assert "--staged" not in ran.err


def test_a_diff_file_that_is_not_there(reviewbot: Command, tmp_path: Path) -> None:
    assert_told(reviewbot("review", "--diff", "x.diff", cwd=tmp_path), 2, "x.diff", "hint:")


def test_flags_that_exclude_each_other(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", "--staged", "--worktree", cwd=example), 2, "exclude each other", "hint:")
    assert_told(reviewbot("review", "--diff", "-", "--base", "main", cwd=example), 2, "exclude each other")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"= 1", "TOML"),
        (b"modle = 'x'", "did you mean model?"),
        (b"\xff\xfe", "UTF-8"),
        (b"attempts = 'many'", "attempts"),
    ],
)
def test_a_configuration_that_cannot_be_right(
    reviewbot: Command, example: Path, content: bytes, word: str
) -> None:
    (example / ".reviewbot.toml").write_bytes(content)
    assert_told(reviewbot("review", "--base", "main", cwd=example), 2, word, "hint:")


def test_a_chosen_configuration_that_is_not_there(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", "--config", "no.toml", cwd=example), 2, "no.toml", "hint:")


def test_an_unknown_setting_in_the_environment(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", cwd=example, REVIEWBOT_MODLE="x"), 2, "did you mean model?")


def test_an_unknown_flag_and_an_unknown_command(reviewbot: Command, tmp_path: Path) -> None:
    assert_told(reviewbot("review", "--colour", cwd=tmp_path), 2, "--colour")
    assert_told(reviewbot("reveiw", cwd=tmp_path), 2, "reveiw")


def test_an_unknown_model_without_an_endpoint(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "main", "--engine", "model", "--model", "gpt-99", cwd=example)
    assert_told(ran, 4, "gpt-99", "--base-url")


def test_a_model_that_is_gone_names_its_successor(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("review", "--base", "main", "--engine", "model", "--model", "deepseek-chat", cwd=example)
    assert_told(ran, 4, "deepseek-flash")


def test_a_language_nobody_knows_is_read_all_the_same(reviewbot: Command, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    commit(repository, {"a": "x"})
    commit(repository, {"strange.qqq": "perform the rite\n" * 5})
    ran = reviewbot("review", "--base", "HEAD~1", "--engine", "static", "--format", "json", cwd=repository)
    assert_told(ran, 0)
    assert ran.report["coverage"]["reviewed_lines"] == 5


def test_outputs_without_formats_and_formats_without_outputs(reviewbot: Command, example: Path) -> None:
    assert_told(reviewbot("review", "--output", "a", "--output", "b", cwd=example), 2, "--output")
    assert_told(
        reviewbot("review", "--format", "json", "--format", "text", cwd=example), 2, "standard output"
    )


def test_no_default_base(reviewbot: Command, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    commit(repository, {"a": "x"})
    git(repository, "branch", "--move", "main", "trunk")
    assert_told(reviewbot("review", cwd=repository), 2, "--base")


def test_a_shallow_clone_without_the_merge_base_says_how_to_get_it(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    git(example, "checkout", "--quiet", "main")
    commit(example, {"later.py": "x = 1\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{example}", "shallow")
    ran = reviewbot("review", "--base", "origin/main", "--head", "origin/change", cwd=tmp_path / "shallow")
    assert_told(ran, 4, "shallow", "git fetch")


def test_a_reader_who_closes_the_pipe_gets_no_traceback(reviewbot: Command, example: Path) -> None:
    command = [sys.executable, "-m", "reviewbot", "plan", "--base", "main", "--show-text"]
    environment = reviewbot.environment()
    with subprocess.Popen(command, cwd=example, stdout=PIPE, stderr=PIPE, env=environment) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert told == b""


def test_D02_code_that_calls_itself_binary_is_not_skipped(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / "n.php").write_bytes(b'<?php /* \0 */ eval($_GET["x"]);\n')
    assert_told(reviewbot("sweep", tmp_path, cwd=tmp_path), 3)
    header = b"diff --git a/e.py b/e.py\nnew file mode 100644\nindex 0000000..1234567\n"
    diff = header + b"Binary files /dev/null and b/e.py differ\n"
    assert_told(reviewbot("review", "--diff", "-", cwd=tmp_path, stdin=diff), 3)


def test_a_line_behind_a_blank_one_that_no_hunk_counts_is_not_passed_over(
    reviewbot: Command, tmp_path: Path
) -> None:
    diff = b"--- a/x.py\n+++ b/x.py\n@@ -0,0 +1 @@\n+x = 1\n\n+eval(input())\n"
    assert_told(reviewbot("review", "--diff", "-", cwd=tmp_path, stdin=diff), 3)


def test_a_plan_with_a_failed_gap_exits_3(reviewbot: Command, tmp_path: Path) -> None:
    diff = b"--- a/x.py\n+++ b/x.py\n@@ -1,3 +1,3 @@\n a\n"
    assert_told(reviewbot("plan", "--diff", "-", cwd=tmp_path, stdin=diff), 3)


def test_in_ci_a_diff_is_not_tuned_by_the_checkout(reviewbot: Command, example: Path) -> None:
    (example / ".reviewbot.toml").write_text('min_severity = "critical"\n')
    diff = git(example, "diff", "main").encode() + b"\n"
    ran = reviewbot(
        "review", "--diff", "-", "--engine", "static", "--format", "json", cwd=example, stdin=diff, CI="1"
    )
    assert "high" in {finding["severity"] for finding in ran.report["findings"]}


def test_a_directory_with_a_file_named_head_is_no_repository(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / "HEAD").write_text("x\n")
    assert_told(reviewbot("sweep", tmp_path, cwd=tmp_path), 0)
