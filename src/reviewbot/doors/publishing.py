"""From `--format` and `--output` to sinks, and from delivery to the exit code."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from itertools import zip_longest
from typing import TextIO

from reviewbot.errors import SinkError, UsageError

STDOUT = "-"


def pair(formats: Sequence[str], outputs: Sequence[str]) -> list[tuple[str, str]]:
    """Each format with its destination: the output at the same position, else standard output.

    Raises:
        UsageError: an output without a format, or two formats on standard output.
    """
    formats = formats or ("text",)
    if len(outputs) > len(formats):
        raise UsageError("more --output than --format", "give each output the format at the same position")
    pairs = list(zip_longest(formats, outputs, fillvalue=STDOUT))
    if sum(destination == STDOUT for _, destination in pairs) > 1:
        raise UsageError("two formats cannot share standard output", "give each an --output FILE")
    return pairs
