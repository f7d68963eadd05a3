"""A sweep reads everything there is, in a repository or a plain directory."""

from pathlib import Path

from command import Command
from repositories import EXAMPLE, git

SWEEP = ("--engine", "static", "--format", "json")


def test_a_repository_is_read_whole(reviewbot: Command, example: Path) -> None:
    ran = reviewbot("sweep", example, *SWEEP, cwd=example.parent)
    assert ran.code == 1, ran.err
    lines = sum(
        len(git(example, "show", f"HEAD:{name}").splitlines()) for name in ("shop/orders.py", "web/search.js")
    )
    assert ran.report["coverage"]["changed_lines"] == ran.report["coverage"]["reviewed_lines"] == lines
    assert ran.report["target"]["kind"] == "sweep"


def test_a_bare_repository_is_read_whole(reviewbot: Command, example: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(example), "bare.git")
    bare = reviewbot("sweep", tmp_path / "bare.git", *SWEEP, cwd=tmp_path).report
    assert bare["findings"] == reviewbot("sweep", example, *SWEEP, cwd=tmp_path).report["findings"]


def test_a_plain_directory_gives_the_same_findings(reviewbot: Command, example: Path) -> None:
    plain = reviewbot("sweep", EXAMPLE / "head", *SWEEP, cwd=example).report
    assert plain["findings"] == reviewbot("sweep", example, *SWEEP, cwd=example).report["findings"]


def test_an_empty_directory_is_nothing_to_review(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("sweep", tmp_path, cwd=tmp_path)
    assert ran.code == 0
    assert "nothing to review" in ran.out.lower()
