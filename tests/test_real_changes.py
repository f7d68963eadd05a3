"""Real changes: two releases of packages, unpacked, committed, accounted for to the line.

They need the package indexes; where those cannot be reached a test is skipped and says why.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from command import Command
from releases import Release, Unreachable, commit_both
from repositories import git

RELEASES = [
    Release("pypi", "requests", "2.28.2", "2.32.3"),
    Release("npm", "express", "4.17.0", "4.21.0"),
    Release("npm", "zod", "3.22.4", "3.23.8"),
    Release("debian", "lua5.4", "bookworm", "trixie"),
    Release("debian", "golang-github-spf13-cobra", "bookworm", "trixie"),
]


@pytest.fixture(params=RELEASES, ids=str, scope="module")
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository whose branches `base` and `head` hold two releases."""
    try:
        return commit_both(request.param, tmp_path_factory.mktemp("releases"))
    except Unreachable as error:
        pytest.skip(f"{request.param} cannot be had here: {error}")


def held(rows: list[dict[str, Any]]) -> Counter[tuple[str, str, int]]:
    """The lines that gaps hold."""
    return Counter(
        (row["path"], row["side"], line)
        for row in rows
        if row["start"] is not None
        for line in range(row["start"], row["end"] + 1)
    )


def test_a_plan_accounts_for_every_line_of_a_release(reviewbot: Command, release: Path) -> None:
    ran = reviewbot(
        "plan", "--repo", release, "--base", "base", "--head", "head", "--format", "json", cwd=release
    )
    assert ran.code == 0, ran.err
    plan = ran.report
    owned = Counter((chunk["path"], side, line) for chunk in plan["chunks"] for side, line in chunk["owns"])
    every = owned + held(plan["gaps"])
    assert set(every.values()) == {1}
    assert max(chunk["tokens"] for chunk in plan["chunks"]) <= 8_000
    sides = Counter(side for _, side, _ in every)
    stat = [row.split("\t") for row in git(release, "diff", "-M", "--numstat", "base", "head").splitlines()]
    assert sides["new"] == sum(int(row[0]) for row in stat if row[0] != "-")
    assert sides["old"] == sum(int(row[1]) for row in stat if row[1] != "-")
    assert not [gap for gap in plan["gaps"] if gap["kind"] == "failed"]


def test_the_static_engine_reads_every_line_of_a_release(reviewbot: Command, release: Path) -> None:
    flags = ("--base", "base", "--head", "head", "--engine", "static", "--format", "json")
    ran = reviewbot("review", "--repo", release, *flags, cwd=release)
    coverage = ran.report["coverage"]
    assert ran.code in {0, 1}, ran.err
    assert coverage["failed_lines"] == 0
    assert coverage["reviewed_lines"] + coverage["skipped_lines"] == coverage["changed_lines"] > 100
