"""Regular expressions that leave room for nothing but what they name, from end to end."""

import re
from typing import Final

_TO_THE_END: Final = ("$", r"\Z", r"\z", "$/", "$/i", "$/u")
_FROM_THE_START: Final = ("^", r"\A", "/^")
_LOOSE: Final = re.compile(r"(?<!\\)\.[*+]|\[\^")


def is_strict(pattern: str, *, whole: bool = False, starts: bool = False) -> bool:
    """Whether a pattern is strict; `whole` if it is matched from end to end, `starts` if from the start."""
    begins = whole or starts or pattern.startswith(_FROM_THE_START)
    return begins and (whole or pattern.endswith(_TO_THE_END)) and not _LOOSE.search(pattern)
