"""The plan accounts for every changed line, sends nothing, and says what a review would cost."""

import shutil
from collections import Counter
from pathlib import Path

from command import Command
from repositories import git


def numstat(repository: Path, base: str, head: str) -> tuple[int, int]:
    rows = [row.split("\t") for row in git(repository, "diff", "--numstat", base, head).splitlines()]
    return sum(int(added) for added, _, _ in rows if added != "-"), sum(
        int(gone) for _, gone, _ in rows if gone != "-"
    )


def test_its_owned_lines_are_those_of_git_also_on_a_bare_clone(
    reviewbot: Command, example: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(example), "bare.git")
    for repository in (example, tmp_path / "bare.git"):
        ran = reviewbot(
            "plan",
            "--repo",
            repository,
            "--base",
            "main",
            "--head",
            "change",
            "--format",
            "json",
            cwd=tmp_path,
        )
        assert ran.code == 0, ran.err
        owned = Counter(side for chunk in ran.report["chunks"] for side, _ in chunk["owns"])
        assert (owned["new"], owned["old"]) == numstat(example, "main", "change")
        assert ran.report["gaps"] == []


def test_it_needs_no_key_and_prices_every_model(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("plan", "--base", "main", "--format", "json", cwd=example)
    cost = ran.report["cost"]
    assert cost["deepseek-flash"]["usd"] > 0
    assert "deepseek-chat" not in cost


def test_show_text_shows_what_would_be_sent(reviewbot: Command, example: Path) -> None:
    shown = reviewbot("plan", "--base", "main", "--format", "json", "--show-text", cwd=example).report
    assert "eval(" in "".join(chunk["text"] for chunk in shown["chunks"])
    hidden = reviewbot("plan", "--base", "main", "--format", "json", cwd=example).report
    assert all("text" not in chunk for chunk in hidden["chunks"])
    assert "33+    discount = eval(" in reviewbot("plan", "--base", "main", "--show-text", cwd=example).out


def test_a_smaller_bound_makes_more_chunks_and_none_above_it(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("plan", "--base", "main", "--max-chunk-tokens", "500", "--format", "json", cwd=example)
    assert max(chunk["tokens"] for chunk in ran.report["chunks"]) <= 500


def test_D08_it_works_where_no_network_is(reviewbot: Command, example: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    ran = reviewbot("plan", "--base", "main", cwd=example, HTTPS_PROXY=nowhere, HTTP_PROXY=nowhere)
    assert ran.code == 0
    assert "upper bound" not in ran.out


def test_nothing_is_written_into_the_repository(reviewbot: Command, example: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(example, copy, symlinks=True)
    reviewbot("plan", "--base", "main", cwd=example)
    reviewbot("review", "--worktree", "--engine", "static", cwd=example)
    before = {p.relative_to(copy): p.read_bytes() for p in copy.rglob("*") if p.is_file()}
    after = {p.relative_to(example): p.read_bytes() for p in example.rglob("*") if p.is_file()}
    assert before == after
