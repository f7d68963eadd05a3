"""How fast the static engine is, beside one parse of the same files in the same run.

    python benchmarks/engine.py          Django as it is, grown to 250,000 lines; a change of 300 lines

`engine` is everything that reads: secrets, deception, ruff, rules with the flow of data, routes, removals.
Peak memory is that of this process and of its largest child.
"""

import asyncio
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ast_grep_py import SgRoot

from ratios import cut
from releases import Release, commit_both
from reviewbot.chunks import Chunk, Limits, Plan, plan
from reviewbot.executors import over_cores
from reviewbot.pipeline import read
from reviewbot.review import Reviewer
from reviewbot.reviewers.static import build_static
from reviewbot.sources.everything import everything_in
from reviewbot.sources.repository import range_changes
from reviewbot.sources.tree import git_tree
from reviewbot.stores.ranks import load_counter

RELEASE = Release("pypi", "django", "4.2", "5.1")
LINES = 250_000


def lines_of(planned: Plan) -> int:
    """Lines of the files that are read."""
    files = {chunk.path: chunk.file for chunk in planned.chunks}
    return sum(len(part.lines) for file in files.values() if file for part in file.excerpts)


def parse_once(planned: Plan) -> float:
    """Seconds for one parse of the Python files."""
    files = {chunk.path: chunk.file for chunk in planned.chunks if chunk.language == "python"}
    texts = [file.text or "" for file in files.values() if file]
    started = time.perf_counter()
    for text in texts:
        SgRoot(text, "python").root()
    return time.perf_counter() - started


def seconds(reviewers: Sequence[Reviewer], chunks: Sequence[Chunk]) -> float:
    """Seconds until all of them have read all chunks."""

    async def run() -> None:
        readings = await asyncio.gather(*(read(reviewer, chunks, lambda _: None) for reviewer in reviewers))
        failed = sum(len(reading.unread) for reading in readings)
        print(
            f"  {sum(len(r.claims) for reading in readings for r in reading.reviews)} claims, {failed} unread"
        )

    started = time.perf_counter()
    asyncio.run(run())
    return time.perf_counter() - started


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        repository = commit_both(RELEASE, Path(folder))
        counter = load_counter()
        limits = counter.limits(Limits())
        reviewers = build_static(Path(folder) / "rules")
        small = plan(
            range_changes(repository, "base", cut(repository, 300)).files, limits, counter, over_cores
        )
        seconds(reviewers, small.chunks)  # compiles the secret rules
        print(
            f"300 changed lines: engine {seconds(build_static(Path(folder) / 'rules'), small.chunks):.2f} s"
        )
        whole = plan(everything_in(git_tree(repository, "head")).files, limits, counter, over_cores)
        count, parse = lines_of(whole), parse_once(whole)
        took = seconds(build_static(Path(folder) / "rules"), whole.chunks)
        print(f"{count:,} lines: engine {took:.1f} s, parse {parse:.2f} s")
        print(f"{LINES:,} lines: engine {took / count * LINES:.1f} s")
    peaks = [
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"peak memory {peaks[0]} MB, largest child {peaks[1]} MB")


if __name__ == "__main__":
    main()
