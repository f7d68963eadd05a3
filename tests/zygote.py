"""A process that has imported everything already, and forks a child for each command.

A command as a child of it has arguments, surroundings, directory, streams and exit code of its own, as any
process; only the second that every start takes is taken once. What a start itself does, signals for one, is
tested by real starts.
"""

import json
import os
import socket
import sys
from importlib import import_module
from typing import Any, NoReturn

MODULES = ("openai", "github", "rich.console", "jinja2", "kingfisher_sdk", "ruff.__main__", "yaml")
ENGINE = ("ruling", "siblings", "removals", "ruff")


def warm() -> None:
    """Import what commands import, and load what they load."""
    from reviewbot.doors.cli import COMMANDS  # noqa: PLC0415 - in the zygote only
    from reviewbot.stores.ranks import load_counter  # noqa: PLC0415

    ours = (*(f"doors.{command}" for command in COMMANDS), *(f"reviewers.static.{part}" for part in ENGINE))
    for name in (*(f"reviewbot.{one}" for one in ours), *MODULES):
        import_module(name)
    load_counter()


def serve(line: socket.socket) -> NoReturn:
    """Fork a child for each order, wait for it, and tell its exit code."""
    warm()
    while True:
        order, streams, _, _ = socket.recv_fds(line, 1 << 20, 3)
        if not order:
            os._exit(0)
        child = os.fork()
        if not child:
            line.close()
            become(json.loads(order), streams)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def become(order: dict[str, Any], streams: list[int]) -> NoReturn:
    """Be the command that was ordered."""
    from reviewbot.doors.cli import run  # noqa: PLC0415 - in the zygote only

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
    serve(socket.socket(fileno=int(sys.argv[1])))
