"""A process that has imported everything already, and forks a child for each command.

A command as a child of it has arguments, surroundings, directory, streams and exit code of its own, as any
process; only the second that every start takes is taken once. What a start itself does, signals for one, is
tested by real starts.
"""

# ruff: noqa: PLC0415 - where it is imported is what this is about

import json
import os
import select
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

MODULES = ("openai", "github", "rich.console", "jinja2", "kingfisher_sdk", "ruff.__main__", "yaml")
ENGINE = ("ruling", "siblings", "removals", "ruff")


def warm() -> None:
    """Import what commands import, and load what they load: from the home that they have too."""
    from reviewbot.doors.cli import COMMANDS
    from reviewbot.reviewers.static import build_static
    from reviewbot.reviewers.static.passages import Passage
    from reviewbot.reviewers.static.reviewer import StaticReviewer
    from reviewbot.stores.ranks import load_counter
    from reviewbot.wiring import user_folder

    ours = (*(f"doors.{command}" for command in COMMANDS), *(f"reviewers.static.{part}" for part in ENGINE))
    for name in (*(f"reviewbot.{one}" for one in ours), *MODULES):
        import_module(name)
    load_counter()
    texts = [Passage("a.py", "python", 1, ("import os",), complete=True)]
    for reviewer in build_static(user_folder()):
        if isinstance(reviewer, StaticReviewer):
            list(reviewer.detector.detect(texts))


def serve(line: socket.socket, name: str) -> NoReturn:
    """Carry out the orders of whoever started it, and of all that call it by its name."""
    others = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    others.bind(f"\0{name}")
    others.listen()
    warm()
    while True:
        ready, _, _ = select.select([line, others], [], [])
        if line in ready:
            carry_out(line, others) or os._exit(0)
        else:
            caller, _ = others.accept()
            with caller, suppress(OSError):  # whoever called may have been ended meanwhile
                carry_out(caller, line, others)


def carry_out(line: socket.socket, *others: socket.socket) -> bool:
    """Fork a child for an order, wait for it, and tell its exit code; whether there was one.

    The child holds neither the line nor the `others`.
    """
    order, streams, _, _ = socket.recv_fds(line, 1 << 20, 3)
    if not order:
        return False
    child = os.fork()
    if not child:
        for one in (line, *others):
            one.close()
        become(json.loads(order), streams)
    for stream in streams:
        os.close(stream)
    _, status = os.waitpid(child, 0)
    line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    return True


def become(order: dict[str, Any], streams: list[int]) -> NoReturn:
    """Be the command that was ordered."""
    from reviewbot.doors.cli import run

    code = 1
    try:
        for at, stream in enumerate(streams):
            os.dup2(stream, at)
            os.close(stream)
        os.chdir(str(order["cwd"]))
        os.environ.clear()
        os.environ.update(order["environ"])
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        sys.argv = ["reviewbot", *order["arguments"]]
        code = run(sys.argv[1:])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])), sys.argv[2])
