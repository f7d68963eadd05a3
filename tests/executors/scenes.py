"""What befalls a process that forks. Each scene has an interpreter of its own: test runners have threads."""

import atexit
import json
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from reviewbot.chunks import Chunk, Limits, Plan, plan
from reviewbot.executors import over_cores
from reviewbot.executors.forks import HEAVY, Parcels, fork_map, spare_cores
from reviewbot.stores.ranks import load_counter
from strategies import CODE, difference

Made = tuple[int, int]
"""An item, and the process that worked on it."""

PARENT: Final = os.getpid()
PARCELS: Final[Parcels[int, Made]] = Parcels(
    lambda _: HEAVY // 8, lambda _, made: made, lambda _, made: tuple(made)
)


def start(scene: str, *arguments: str) -> subprocess.Popen[str]:
    """A scene that plays, with warnings as errors."""
    here = Path(__file__)
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(here), scene, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def watch(scene: str, *arguments: str) -> Any:  # noqa: ANN401 - every scene shows something else
    """What a scene shows in the end."""
    with start(scene, *arguments) as playing:
        shown, _ = playing.communicate(timeout=60)
    assert playing.returncode == 0
    return json.loads(shown)


def _slowly(item: int) -> Made:
    time.sleep(0.002)
    return item, os.getpid()


def shared(children: str) -> dict[str, object]:
    """Items go over several processes."""
    made = list(fork_map(_slowly, range(200), PARCELS, lambda: int(children)))
    return {
        "in order": [item for item, _ in made] == list(range(200)),
        "processes": len({process for _, process in made}),
        "left": _children(),
    }


def light() -> int:
    """Items that are not worth a child."""
    parcels: Parcels[int, Made] = Parcels(lambda _: HEAVY // 200, PARCELS.pack, PARCELS.unpack)
    return len({process for _, process in fork_map(_slowly, range(199), parcels, lambda: 1)})


def misfortune(what: str) -> dict[str, object]:
    """A child comes to grief in the middle of its share."""
    before = [0]

    def work(item: int) -> Made:
        time.sleep(0.002)
        before[0] += 1
        if os.getpid() != PARENT and before[0] == 5:
            MISFORTUNES[what]()
        return item, os.getpid()

    made = list(fork_map(work, range(100), PARCELS, lambda: 1))
    return {
        "in order": [item for item, _ in made] == list(range(100)),
        "by the parent": {process for _, process in made} == {PARENT},
        "left": _children(),
    }


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fails() -> None:
    raise ValueError("only here")


def _exits() -> None:
    raise SystemExit


def _silent() -> None:
    os._exit(0)


def _cut_short() -> None:
    for entry in Path("/proc/self/fd").iterdir():
        number = int(entry.name)
        if number > 2 and entry.exists() and stat.S_ISFIFO(os.fstat(number).st_mode):
            os.write(number, (100).to_bytes(8, "big") + b"garbage")
    os._exit(0)


MISFORTUNES: Final = {
    "is killed": _killed,
    "fails": _fails,
    "exits": _exits,
    "says nothing": _silent,
    "is cut short": _cut_short,
}


def failure() -> dict[str, object]:
    """The function fails on one item, in whichever process, while the other is at work for long."""

    def work(item: int) -> Made:
        if item == 3:
            raise ValueError("no")
        time.sleep(0 if os.getpid() == PARENT else 30)
        return item, os.getpid()

    begun = time.monotonic()
    try:
        list(fork_map(work, range(8), PARCELS, lambda: 1))
    except ValueError as error:
        return {"raised": str(error), "soon": time.monotonic() - begun < 20, "left": _children()}
    return {}


def stalled(report: str) -> None:
    """A child works on while its parent waits for it; the report says which process it is."""

    def work(item: int) -> Made:
        if os.getpid() == PARENT:
            time.sleep(0.1)
        else:
            Path(report).write_text(f"{os.getpid()}\n", encoding="ascii")
            time.sleep(2)
        return item, os.getpid()

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    large: Parcels[int, Made] = Parcels(
        PARCELS.weigh, lambda _, made: (made, "x" * 1_000_000), lambda _, made: made[0]
    )
    list(fork_map(work, range(40), large, lambda: 1))


def unforkable(why: str) -> dict[str, object]:
    """No child is to be had."""
    spare = spare_cores
    if why == "another thread":
        threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
    else:
        files = len(list(Path("/proc/self/fd").iterdir())) - 1
        resource.setrlimit(resource.RLIMIT_NOFILE, (files + (why == "no pipe"), 1_000))
        spare = lambda: 1  # noqa: E731 - one word for both
    made = list(fork_map(lambda item: (item, os.getpid()), range(9), PARCELS, spare))
    return {"spare": spare(), "all": made == [(item, PARENT) for item in range(9)]}


def endings() -> list[int]:
    """What the parent has begun to print, and what it does at its end, happens once."""
    print("[", end="")  # noqa: T201 - it stays in the buffer while the child is there
    atexit.register(print, "]")
    list(fork_map(lambda item: (item, os.getpid()), range(9), PARCELS, lambda: 1))
    return [1]


def plans() -> dict[str, object]:
    """A change that is large enough, cut by one process and by all cores."""
    files = [
        difference(f"{number}/{path}", code.replace("id", "key") * 9, code * (9 + number % 5))
        for number in range(60)
        for path, code in CODE.items()
    ]
    count = load_counter()
    alone, together = plan(files, Limits(), count), plan(files, Limits(), count, over_cores)
    return {
        "same": _all(alone) == _all(together),
        "files": all(a.file is b.file for a, b in zip(alone.chunks, together.chunks, strict=True)),
        "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_minflt > 0,
    }


def _all(planned: Plan) -> list[object]:
    each = [[getattr(chunk, field.name) for field in fields(Chunk)] for chunk in planned.chunks]
    return [*each, *planned.gaps, planned.notes]


def _children() -> bool:
    """Whether this process has any, at work or dead."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])), flush=True)  # noqa: T201 - the test reads it
