"""A sweep reads everything there is, in a repository or a plain directory."""

import shlex
from pathlib import Path
from shutil import copytree

from command import Command
from repositories import EXAMPLE, commit, git

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


def test_a_plain_directory_gives_the_same_findings(reviewbot: Command, example: Path, tmp_path: Path) -> None:
    copytree(EXAMPLE / "head", tmp_path / "plain")
    plain = reviewbot("sweep", tmp_path / "plain", *SWEEP, cwd=example).report
    assert plain["findings"] == reviewbot("sweep", example, *SWEEP, cwd=example).report["findings"]


def test_a_folder_of_a_repository_is_no_directory_of_its_own(reviewbot: Command, example: Path) -> None:
    for arguments, cwd in (
        (("shop",), example),
        ((), example / "shop"),
        ((example / "shop",), example.parent),
    ):
        ran = reviewbot("sweep", *arguments, *SWEEP, cwd=cwd)
        assert (ran.code, ran.out) == (2, "")
        assert f"is a folder of the repository in {example}" in ran.err
    hint = " ".join(ran.err.split("this part of it: reviewbot ")[1].split())
    told = reviewbot(*shlex.split(hint), *SWEEP, cwd=example.parent)
    assert {finding["path"] for finding in told.report["findings"]} == {"shop/orders.py"}


def test_a_folder_that_the_repository_does_not_know_is_one(reviewbot: Command, example: Path) -> None:
    copytree(EXAMPLE / "head", example / "odd [name]" / "built")
    assert reviewbot("sweep", example / "odd [name]", *SWEEP, cwd=example).code == 1
    commit(example, {})
    ran = reviewbot("sweep", example / "odd [name]", *SWEEP, cwd=example)
    assert (ran.code, "--include '/odd \\[name]/'" in " ".join(ran.err.split())) == (2, True)


def test_an_empty_directory_is_nothing_to_review(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot("sweep", tmp_path, cwd=tmp_path)
    assert ran.code == 0
    assert "nothing to review" in ran.out.lower()
