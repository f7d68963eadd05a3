"""Print the ratios that the design asks for, side by side in one run, on real changes.

    make bench              the changes of Django 4.2 to 5.1, cut to 300, 5,000 and 50,000 changed lines

Preparation is compared with the sum of what no tool can avoid, measured in the same process, in turn: `git
diff`, unidiff over it, one ast-grep parse of the touched files, one token count. `ratio` counts the tokens of
the same files, of their new text, as a tool must that looks for the functions around a change. `strict`
counts those of the bare diff instead, as if nothing around a change were ever shown. We use all cores, as the
commands do, and each part one; `cpu` is what that takes in all, user and system, children and git too. The
model phase is compared with ceil(chunks / concurrency) x latency against a server of constant latency on
this machine.
"""

import asyncio
import hashlib
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ast_grep_py import SgRoot
from unidiff.patch import PatchSet

from releases import IDENTITY, Release, commit_both

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from fakes.model_server import ModelServer, findings
from reviewbot.chunks import Chunk, Limits, plan
from reviewbot.chunks.languages import language_of
from reviewbot.diff import decode
from reviewbot.executors import over_cores
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.presets import ModelFacts
from reviewbot.sources.repository import range_changes
from reviewbot.spans import line_count
from reviewbot.stores.ranks import load_counter

RELEASE = Release("pypi", "django", "4.2", "5.1")
SIZES = (300, 5_000, 50_000)
ROUNDS = 5
LATENCY = 1.0
CHUNKS = 200


def git(repository: Path, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> bytes:
    """Run git in the repository of the release."""
    environment = {**os.environ, **({"GIT_INDEX_FILE": str(index)} if index else {})}
    command = ["git", "-C", str(repository), *IDENTITY, *arguments]
    return subprocess.run(command, check=True, input=stdin, capture_output=True, env=environment).stdout


def cut(repository: Path, size: int) -> str:
    """A commit that brings as many files of the release, in a fixed order, as make `size` lines."""
    rows = (
        git(repository, "diff", "--no-renames", "--numstat", "-z", "base", "head").decode().split("\0")[:-1]
    )
    rows.sort(key=lambda row: hashlib.sha256(row.encode()).digest())
    raw = (
        git(repository, "diff", "--no-renames", "--raw", "-z", "--no-abbrev", "base", "head")
        .decode()
        .split("\0")
    )
    entry = dict(zip(raw[1::2], raw[0::2], strict=False))
    wanted: list[str] = []
    lines = 0
    for row in rows:
        added, removed, path = row.split("\t")
        if added == "-" or lines + int(added) + int(removed) > size * 1.05:
            continue
        lines += int(added) + int(removed)
        _, mode, _, blob, _ = entry[path].split(" ")
        wanted.append(f"{mode} {blob}\t{path}\0")
        if lines >= size * 0.95:
            break
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        git(repository, "read-tree", "base", index=index)
        git(repository, "update-index", "-z", "--index-info", stdin="".join(wanted).encode(), index=index)
        tree = git(repository, "write-tree", index=index).decode().strip()
    return git(repository, "commit-tree", "-p", "base", "-m", str(size), tree).decode().strip()


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor_seconds() -> float:
    """User and system time so far, of this process and of those that it waited for."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def touched(repository: Path, head: str) -> Iterator[tuple[str, str]]:
    """Grammar and new text of each changed file that has a grammar."""
    names = (
        git(repository, "diff", "--name-only", "--diff-filter=AMR", "-z", "base", head)
        .decode()
        .split("\0")[:-1]
    )
    for name in names:
        text = decode(git(repository, "cat-file", "blob", f"{head}:{name}"))
        syntax = language_of(name, text.partition("\n")[0]).syntax
        if syntax:
            yield syntax.grammar, text


def prepare(repository: Path, size: int) -> None:
    """One row: the parts, our preparation, and the ratio of the medians."""
    head = cut(repository, size)
    count = load_counter()
    files = list(touched(repository, head))
    diff = decode(git(repository, "diff", "base", head))
    parts: dict[str, Callable[[], object]] = {
        "git diff": lambda: git(repository, "diff", "base", head),
        "unidiff": lambda: PatchSet(diff),
        "parse": lambda: [SgRoot(text, grammar).root().kind() for grammar, text in files],
        "count": lambda: [count(text) for _, text in files],
        "of diff": lambda: count(diff),
        "reviewbot": lambda: plan(range_changes(repository, "base", head).files, Limits(), count, over_cores),
    }
    times: dict[str, list[float]] = {name: [] for name in parts}
    for _ in range(ROUNDS):
        for name, work in parts.items():
            times[name].append(seconds(work))
    median = {name: statistics.median(some) for name, some in times.items()}
    ours, of_diff = median.pop("reviewbot"), median.pop("of diff")
    least = sum(median.values())
    strict = least - median["count"] + of_diff
    before = processor_seconds()
    done = plan(range_changes(repository, "base", head).files, Limits(), count, over_cores)
    cpu = processor_seconds() - before
    owned = sum(line_count(chunk.owns) for chunk in done.chunks)
    sent = sum(chunk.tokens for chunk in done.chunks)
    print(
        f"{size:>7,} {owned:>8,} {len(done.chunks):>7,} "
        + " ".join(f"{value * 1000:>8.0f}" for value in median.values())
        + f" {of_diff * 1000:>8.0f} {ours * 1000:>10.0f} {cpu * 1000:>6.0f}"
        + f" {ours / least:>6.2f} {ours / strict:>7.2f}"
        + f" {sent / count(diff):>7.2f} {max(chunk.tokens for chunk in done.chunks):>8,}",
        flush=True,
    )


def read(chunks: list[Chunk], concurrency: int) -> None:
    """One row: the model phase over a server that answers after a fixed time."""
    with ModelServer(findings().later(LATENCY)) as server:
        reviewer = ModelReviewer(
            Caller(ModelFacts("stub", server.base_url), "none", pace=Pace(concurrency)), "JSON"
        )

        async def everything(some: Sequence[Chunk]) -> int:
            return len([outcome async for outcome in reviewer.review(some)])

        asyncio.run(everything(chunks[:1]))  # the SDK's import and the certificates, once a process
        taken = seconds(lambda: asyncio.run(everything(chunks)))
    ideal = math.ceil(len(chunks) / concurrency) * LATENCY
    print(f"{concurrency:>11} {len(chunks):>7} {ideal:>7.2f} {taken:>7.2f} {taken / ideal:>6.2f}", flush=True)


def whole_process(repository: Path, head: str) -> None:
    """One row: a review of about 300 lines by the static engine, from the start of Python to its end."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home}
        command = [
            sys.executable,
            "-m",
            "reviewbot",
            "review",
            "--repo",
            str(repository),
            "--engine",
            "static",
        ]
        command += ["--base", "base", "--head", head, "--format", "json", "--output", f"{home}/report.json"]
        runs = [
            seconds(lambda: subprocess.run(command, check=False, env=environment, capture_output=True))
            for _ in range(ROUNDS + 1)
        ]
    print(
        f"first (compiles the secret rules) {runs[0]:.1f} s, then median {statistics.median(runs[1:]):.2f} s"
    )


def main() -> None:
    """Print all tables."""
    folder = Path(tempfile.gettempdir()) / "reviewbot-benchmarks"
    repository = commit_both(RELEASE, folder)
    print(f"Preparation of {RELEASE}, medians of {ROUNDS} in ms; targets: ratio 1.30, tokens 2.50")
    print("count: tokens of the files that are parsed (in `ratio`); of diff: of the bare diff (in `strict`)")
    print(
        "  lines    owned  chunks git diff  unidiff    parse    count  of diff  reviewbot    cpu"
        "  ratio  strict  tokens  largest"
    )
    for size in SIZES:
        prepare(repository, size)
    print(f"\nModel phase, latency {LATENCY} s; target: ratio at most 1.15")
    print("concurrency  chunks   ideal   taken  ratio")
    files = range_changes(repository, "base", "head").files
    some = plan(files, Limits(), load_counter()).chunks[:CHUNKS]
    for concurrency in (8, 64):
        read([replace(chunk, file=None) for chunk in some], concurrency)
    print("\nStatic review of 300 lines, whole process; target: 8 s the first time, then 2 s")
    whole_process(repository, cut(repository, SIZES[0]))


if __name__ == "__main__":
    main()
