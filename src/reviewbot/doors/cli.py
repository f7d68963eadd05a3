"""The command line: arguments in, exit code out. The one place where an unforeseen error ends up."""

import platform
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType

import click

from reviewbot import __version__
from reviewbot.doors.action import action
from reviewbot.doors.baseline import baseline
from reviewbot.doors.eval import evaluation
from reviewbot.doors.history import history
from reviewbot.doors.init import init
from reviewbot.doors.models import models
from reviewbot.doors.plan import plan
from reviewbot.doors.publishing import say
from reviewbot.doors.report import report
from reviewbot.doors.review import review
from reviewbot.doors.sweep import sweep
from reviewbot.errors import ReviewbotError
from reviewbot.sinks.escape import visible

INCOMPLETE = 3
INTERRUPTED = 130
TERMINATED = 143

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


@click.group(
    epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="reviewbot")
def commands() -> None:
    """Review changes for security defects, and never call clean what was not read."""


commands.add_command(review)
commands.add_command(plan)
commands.add_command(sweep)
commands.add_command(history)
commands.add_command(report)
commands.add_command(baseline)
commands.add_command(models)
commands.add_command(evaluation)
commands.add_command(action)
commands.add_command(init)


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
    raise SystemExit(TERMINATED)
