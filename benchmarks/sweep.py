"""How fast a sweep prepares a million lines, what it holds in memory, and what the second one saves.

    python benchmarks/sweep.py              packages of the index as one repository, at several sizes
    python benchmarks/sweep.py --engine     also a first and a second sweep with the static engine (minutes)

`prepare` is the whole command `reviewbot sweep --dry-run`, which cuts and counts on all cores. The ratio is
that to what no tool can avoid: one ast-grep parse and one token count of each file that is read, measured in
one process before and after the command, since machines are noisy. Of three rounds the middle one is told.
Memory is the most that all processes of the command hold, what they share counted once (PSS), looked at twice
a second.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ast_grep_py import SgRoot

from releases import UNPACK, commit_tree
from reviewbot.chunks.languages import language_of
from reviewbot.chunks.outline import LARGEST
from reviewbot.chunks.policy import reason_to_skip
from reviewbot.diff import Nature, decode, is_binary
from reviewbot.stores.ranks import load_counter

PACKAGES = (
    ("pypi", "django", "5.1"),
    ("pypi", "sympy", "1.13.3"),
    ("pypi", "sqlalchemy", "2.0.36"),
    ("npm", "typescript-eslint", "8.0.0"),
    ("npm", "three", "0.160.0"),
)
SIZES = (10_000, 100_000, 1_000_000)
"""Lines of the trees that are measured."""
FINE = (0, 1)
"""Exit codes of a sweep that has read everything."""
ROUNDS = 3


@dataclass
class Peak:
    """The most memory that a command and its children held together, in MB."""

    mb: float = 0.0


@contextmanager
def watched(process: "subprocess.Popen[bytes]") -> Iterator[Peak]:
    """Look at the memory of a session of processes while it lives."""
    peak, over = Peak(), threading.Event()

    def look() -> None:
        while not over.wait(0.5):
            peak.mb = max(peak.mb, sum(map(_pss, _session(process.pid))) / 1_000)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def _session(leader: int) -> list[Path]:
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if int((place / "stat").read_text().rpartition(")")[2].split()[3]) == leader:
                found.append(place)
    return found


def _pss(place: Path) -> int:
    """Kilobytes that a process holds, its part of what it shares included; 0 if it is gone."""
    with suppress(OSError):
        rows = (place / "smaps_rollup").read_text().splitlines()
        return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return 0


def command(repository: Path, home: Path, *flags: str) -> tuple[float, float]:
    """Seconds and MB of one sweep."""
    started = time.perf_counter()
    with (
        subprocess.Popen(
            [sys.executable, "-m", "reviewbot", "sweep", repository, *flags],
            env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process,
        watched(process) as peak,
    ):
        code = process.wait()
    if code not in FINE:
        raise SystemExit(f"the sweep ended with code {code}")
    return time.perf_counter() - started, peak.mb


def texts(tree: Path) -> list[tuple[str, str]]:
    """Path and text of every file that policy reads."""
    found = []
    for file in sorted(tree.rglob("*")):
        path = file.relative_to(tree).as_posix()
        if file.is_file() and not file.is_symlink() and not reason_to_skip(path, Nature.TEXT):
            blob = file.read_bytes()
            found += [] if is_binary(blob) else [(path, decode(blob))]
    return found


def parts(files: Sequence[tuple[str, str]]) -> float:
    """Seconds for one parse and one token count of each."""
    count = load_counter()
    started = time.perf_counter()
    for path, text in files:
        syntax = language_of(path).syntax
        if syntax and len(text) <= LARGEST:
            SgRoot(text, syntax.grammar).root()
        count(text)
    return time.perf_counter() - started


class Prepared(NamedTuple):
    """One preparation: against the parts before and after it, in seconds, and what it held in MB."""

    ratio: float
    seconds: float
    mb: float


def prepared(repository: Path, home: Path, files: Sequence[tuple[str, str]]) -> Prepared:
    """Measure it once."""
    before = parts(files)
    took, mb = command(repository, home, "--dry-run")
    return Prepared(2 * took / (before + parts(files)), took, mb)


def cut_to(tree: Path, files: Sequence[tuple[str, str]], lines: int) -> list[tuple[str, str]]:
    """So many lines of the files, at least; every n-th, so that all parts of the tree are in it."""
    total = sum(text.count("\n") for _, text in files)
    step = max(total // lines, 1)
    kept, have = [], 0
    for number, (path, text) in enumerate(files):
        if number % step == 0 and have < lines:
            kept.append((path, text))
            have += text.count("\n")
        else:
            (tree / path).unlink()
    return kept


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = folder / "sources"
        for registry, package, version in PACKAGES:
            tree = sources / package
            tree.mkdir(parents=True)
            UNPACK[registry](package, version, tree)
        for lines in reversed(SIZES):
            files = cut_to(sources, texts(sources), lines)
            repository = commit_tree(sources, folder / f"{lines}.git")
            have = sum(text.count("\n") for _, text in files)
            home = folder / f"home{lines}"
            home.mkdir()
            rounds = sorted(prepared(repository, home, files) for _ in range(ROUNDS))
            ratio, took, mb = rounds[ROUNDS // 2]
            ratios = ", ".join(f"{one.ratio:.2f}" for one in rounds)
            print(
                f"{have:>9,} lines in {len(files):,} files: prepare {took:6.1f} s, ratio {ratio:.2f}"
                f" ({ratios}), {have / took:,.0f} lines/s, {mb:.0f} MB",
                flush=True,
            )
            if "--engine" in sys.argv[1:]:
                first, most = command(repository, home, "--engine", "static")
                second, _ = command(repository, home, "--engine", "static")
                print(
                    f"{'':>9} static engine: first {first:6.1f} s, {most:.0f} MB, second {second:5.1f} s,"
                    f" {second / first:.1%} of the first and {second / took:.1%} of the preparation",
                    flush=True,
                )


if __name__ == "__main__":
    main()
