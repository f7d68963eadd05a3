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
from reviewbot.chunks import Chunk, Limits, plan
from reviewbot.chunks.policy import skip
from reviewbot.diff import FileChange
from reviewbot.executors import over_cores
from reviewbot.pipeline import read
from reviewbot.review import Reviewer
from reviewbot.reviewers.static import build_static
from reviewbot.sources.everything import everything_in
from reviewbot.sources.repository import range_changes
from reviewbot.sources.tree import Tree, git_tree
from reviewbot.stores.ranks import load_counter

RELEASE = Release("pypi", "django", "4.2", "5.1")
LINES = 250_000


def lines_of(chunks: Sequence[Chunk]) -> int:
    """Lines of the files that are read."""
    files = {chunk.path: chunk.file for chunk in chunks}
    return sum(len(part.lines) for file in files.values() if file for part in file.excerpts)


def part(tree: Tree, lines: int) -> Tree:
    """So many lines of a tree, in files from all over it; one file is held at a time."""
    read = (file for file in everything_in(tree).files if isinstance(file, FileChange) and not skip(file))
    sizes = {file.path: sum(len(part.lines) for part in file.excerpts) for file in read}
    share = lines / sum(sizes.values())
    kept = {path for at, path in enumerate(sorted(sizes)) if int((at + 1) * share) > int(at * share)}
    return tree.of(leaf for leaf in tree.leaves if leaf.path in kept)


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
        tree = part(git_tree(repository, "head"), LINES)
        chunks = plan(everything_in(tree).files, limits, counter, over_cores).chunks
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
