"""How fast the static engine is, beside one parse of the same files in the same run.

    python benchmarks/engine.py          every so manieth file of Django, 250,000 lines; a change of 300 lines

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


def lines_of(chunks: Sequence[Chunk]) -> int:
    """Lines of the files that are read."""
    files = {chunk.path: chunk.file for chunk in chunks}
    return sum(len(part.lines) for file in files.values() if file for part in file.excerpts)


def part(planned: Plan, lines: int) -> tuple[Chunk, ...]:
    """The chunks of so many lines, of files from all over the tree."""
    paths = sorted({chunk.path for chunk in planned.chunks})
    share, kept = lines / lines_of(planned.chunks), set[str]()
    for number, path in enumerate(paths):
        if int((number + 1) * share) > int(number * share):
            kept.add(path)
    return tuple(chunk for chunk in planned.chunks if chunk.path in kept)


def parse_once(chunks: Sequence[Chunk]) -> float:
    """Seconds for one parse of the Python files."""
    files = {chunk.path: chunk.file for chunk in chunks if chunk.language == "python"}
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
        chunks = part(whole, LINES)
        del whole
        before, parse = _peak(resource.RUSAGE_SELF), parse_once(chunks)
        took = seconds(build_static(Path(folder) / "rules"), chunks)
        print(
            f"{lines_of(chunks):,} lines: engine {took:.1f} s, parse {parse:.2f} s; {before} MB before that"
        )
    print(f"peak memory {_peak(resource.RUSAGE_SELF)} MB, largest child {_peak(resource.RUSAGE_CHILDREN)} MB")


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


if __name__ == "__main__":
    main()
