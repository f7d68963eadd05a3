"""What a command says to the person, beside its report."""

import sys

from reviewbot.sinks.escape import visible


def say(message: str, hint: str = "") -> None:
    """Tell the person what went wrong and what to do next."""
    print(f"reviewbot: error: {visible(message)}", file=sys.stderr)  # noqa: T201 - the door speaks
    if hint:
        print(f"  hint: {visible(hint)}", file=sys.stderr)  # noqa: T201 - the door speaks


def note(message: str) -> None:
    """Tell the person something that is no error."""
    print(f"reviewbot: {message}", file=sys.stderr)  # noqa: T201 - the door speaks
