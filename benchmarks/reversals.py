"""Fixes of known vulnerabilities, taken back: what the static engine says of such a change.

    python benchmarks/reversals.py             a line for each pair of releases, then sums (minutes)
    python benchmarks/reversals.py NAME ...    those packages only, with what is found
    python benchmarks/reversals.py --forth     the way forth too, which brings the fix: let it through

From the fixed release back to the one before is a change that a reviewer should stop. `found` says that a
finding names the weakness of the advisory; where it stands is for the reader to judge. The releases hold
other changes as well, and some fixes do not show what they are for. Rules were written with these pairs in
sight.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from releases import Release, Unreachable, commit_both

PAIRS: Final = Path(__file__).with_name("reversals.txt")
FINE: Final = (0, 1)
"""Exit codes of a review that has read everything."""


class Pair(NamedTuple):
    """A package, the release with the fix, the one before it, and the weakness of the advisory."""

    registry: str
    name: str
    fixed: str
    before: str
    cwe: str


def pairs(names: Sequence[str]) -> list[Pair]:
    """All that are listed, or those of some packages."""
    rows = (Pair(*row.split()) for row in PAIRS.read_text(encoding="utf-8").splitlines() if row)
    return [pair for pair in rows if not names or pair.name in names]


def findings(release: Release, folder: Path) -> list[dict[str, str]]:
    """What is reported of the change from one release to the other.

    Raises:
        Unreachable: a release cannot be had.
    """
    repository, report = commit_both(release, folder), folder / "report.json"
    told = ("--base", "base", "--head", "head", "--engine", "static", "--format", "json", "--output", report)
    done = subprocess.run(
        [sys.executable, "-m", "reviewbot", "review", "--repo", repository, *told],
        env={**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        check=False,
    )
    if done.returncode not in FINE:
        raise Unreachable(f"the review ended with code {done.returncode}")
    found: list[dict[str, str]] = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return found


def main() -> None:
    """Print what is found."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    both = "--forth" in sys.argv[1:]
    asked = found = alarms = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        for registry, name, fixed, before, cwe in pairs(names):
            try:
                back = findings(Release(registry, name, fixed, before), folder)
                forth = findings(Release(registry, name, before, fixed), folder) if both else []
            except Unreachable as error:
                print(f"{name}: {error}", flush=True)
                continue
            hit = any(one["cwe"] == cwe for one in back)
            asked, found, alarms = asked + 1, found + hit, alarms + len(forth)
            print(f"{'found ' if hit else 'missed'} {name} {fixed} to {before}, {cwe}", flush=True)
            for one in back if names else ():
                print(f"       {one['cwe']} {one['path']}:{one['line']} {one['title']}")
    print(f"{found} of {asked} fixes that are taken back are found by their weakness")
    if both:
        print(f"{alarms} findings on the way forth")


if __name__ == "__main__":
    main()
