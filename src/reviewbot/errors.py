"""Errors for the person in front of them.

ReviewbotError          what happened, a hint for the next step, an exit code
├── UsageError      2   a flag, a setting or a revision that cannot be right
├── SourceError     4   there is no change to read
├── ReviewerError   3   one chunk was not read to its end: becomes a gap, never leaves the pipeline
│   └── Unavailable 4   this reviewer cannot read anything: wrong key, no balance, no such model
├── ForgeError      4   GitHub did not do what it was asked (in forge/errors.py)
└── SinkError       5   reviewed, but not published
"""

from typing import ClassVar


class ReviewbotError(Exception):
    """What went wrong, in one sentence, and what to do next."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ReviewbotError):
    """A flag, a setting or a revision that cannot be right."""


class SourceError(ReviewbotError):
    """There is no change to read."""

    exit_code = 4


class ReviewerError(ReviewbotError):
    """One chunk was not read to its end."""

    exit_code = 3


class Unavailable(ReviewerError):  # noqa: N818 - "the reviewer is unavailable" is what it says
    """A reviewer cannot read anything at all, so trying its other chunks is useless."""

    exit_code = 4


class SinkError(ReviewbotError):
    """Reviewed, but not published."""

    exit_code = 5
