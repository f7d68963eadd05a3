"""Opens the cache in a few words, and makes processes that use it at the same time."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewbot.stores import answers, factors
from reviewbot.stores.answers import AS_USUAL, AnswerStore, Keep
from reviewbot.stores.database import NAME, Database
from reviewbot.stores.factors import FactorStore

DAY = 86_400.0
TABLES = (*answers.TABLES, *factors.TABLES)


@dataclass(frozen=True, slots=True)
class Opened:
    """The stores over one file, and what the person was told."""

    database: Database
    answers: AnswerStore
    factors: FactorStore
    told: list[str]


@contextmanager
def opened(
    folder: Path, keep: Keep = AS_USUAL, now: Callable[[], float] = lambda: 1000 * DAY
) -> Iterator[Opened]:
    told: list[str] = []
    with closing(Database(folder, TABLES, told.append)) as database:
        yield Opened(database, AnswerStore(database, keep, now), FactorStore(database), told)


def filled(folder: Path, number: int = 40) -> Path:
    """A cache with so many answers, and the path of its file."""
    with opened(folder) as kept:
        for n in range(number):
            kept.answers.put(f"key {n}", f"answer {n} " * 50)
        kept.factors.add("model", 100_000, 105_000)
        assert not kept.told
    return folder / NAME


_PROGRAM = """
import sys
from pathlib import Path
from stores.keeping import opened

folder, number = Path(sys.argv[1]), sys.argv[2]
with opened(folder) as kept:
    print("ready", flush=True)
    sys.stdin.readline()
{body}
    print(len(kept.told), *kept.told, sep="|", flush=True)
"""


def at_once(folder: Path, body: str, processes: int = 4) -> list[str]:
    """Run the lines of `body` in so many processes at once; they know `kept` and their `number`.

    Returns what each was told, after how many sentences that was.
    """
    program = _PROGRAM.format(body="".join(f"    {line}\n" for line in body.splitlines()))
    paths = f"import sys; sys.path[:0] = {sys.path!r}\n"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", paths + program, str(folder), str(n)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(processes)
    ]
    return list(_finish(running))


def _finish(running: Sequence[subprocess.Popen[str]]) -> Iterator[str]:
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        yield said.strip()
