"""The command line: arguments in, exit code out. The one place where an unforeseen error ends up."""

import os
import platform
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import FrameType

import click

from reviewbot import __version__
from reviewbot.doors.speaking import say
from reviewbot.errors import ReviewbotError
from reviewbot.sinks.escape import visible

INCOMPLETE = 3
INTERRUPTED = 130
TERMINATED = 143
_GRACE = 3.0
"""Seconds to end in good order."""

EXIT_CODES = {
    0: "complete, nothing at or above --fail-on",
    1: "complete, something is at or above --fail-on",
    2: "usage or configuration",
    3: "incomplete: something was not read (findings are still published)",
    4: "could not start: no key, no such model, no diff",
    5: "reviewed, but not published",
    130: "interrupted",
    143: "terminated",
}

_EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code:<3} {text}" for code, text in EXIT_CODES.items())


COMMANDS = {
    "review": "Review a change for security defects.",
    "plan": "Show chunks, tokens, gaps and the cost per model; send nothing.",
    "sweep": "Review every line of repositories at their HEAD, or of plain directories.",
    "history": "Show what the sweeps of a repository have found, fixed and cost, and what is open.",
    "report": "Work with JSON reports that are there.",
    "baseline": "Live with findings: .reviewbot-baseline.toml names them, each with its reason.",
    "models": "List models with prices, limits and end dates, and whether a key is set; no network.",
    "eval": "Measure the reviews on labelled cases: CASES, or evals/cases.",
    "action": "Review what the event of a GitHub Actions job brings, and publish it there.",
    "init": "Write a workflow to .github/workflows.",
}
"""Each with the first sentence of its help, in the order in which people need them."""
_FUNCTIONS = {"eval": "evaluation"}


class Commands(click.Group):
    """Commands by name; each is imported when it is wanted, since together they take a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """All names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"reviewbot.doors.{cmd_name}")
        command: click.Command = getattr(module, _FUNCTIONS.get(cmd_name, cmd_name))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        """What `--help` lists, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="reviewbot")
def commands() -> None:
    """Review changes for security defects, and never call clean what was not read."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every error becomes a sentence with a hint."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return int(commands.main(args=list(arguments), prog_name="reviewbot", standalone_mode=False) or 0)
    except ReviewbotError as error:
        say(error.message, error.hint)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return ReviewbotError.exit_code
    except (KeyboardInterrupt, click.Abort):
        print("reviewbot: interrupted; nothing was published", file=sys.stderr)  # noqa: T201 - the door speaks
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException:  # noqa: BLE001 - the one front door: our bug, or a native library's panic; never "clean"
        _confess()
        return INCOMPLETE


def _confess() -> None:
    print(  # noqa: T201 - the door speaks
        "reviewbot: this is a bug in reviewbot; the change was NOT reviewed. Please report what follows.\n"
        f"reviewbot {__version__}, Python {platform.python_version()}, {platform.system()}\n"
        + visible(traceback.format_exc(), keep="\n"),
        file=sys.stderr,
    )


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    # A thread that reads cannot be called off, and asyncio waits for it, however long:
    # https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.shutdown_default_executor
    late = threading.Timer(_GRACE, os._exit, (TERMINATED,))
    late.daemon = True
    late.start()
    raise SystemExit(TERMINATED)
