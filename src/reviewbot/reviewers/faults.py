"""What can go wrong with one call, and whether asking again makes sense."""

from enum import StrEnum

from reviewbot.errors import ReviewerError
from reviewbot.review import Usage

UNBILLED = Usage(calls=1)
"""One call that never reached the model, or that the server turned down."""

MAYBE_BILLED = Usage(calls=1, cost_usd=None)
"""One call that reached the model and whose bill nobody told."""


class ReplyError(ReviewerError):
    """The words of a model are no answer to what was asked."""


class Again(StrEnum):
    """How often the same request may be repeated after a fault."""

    NEVER = "never"
    ONCE = "once"
    """The model answered badly: a second bad answer is its last word."""
    ALWAYS = "always"
    """The way there is disturbed: as often as the attempts allow."""


class CallFault(ReviewerError):  # noqa: N818 - a fault of the call, not yet an error of the review
    """One call brought no reply that can be read.

    `usage` is what the call cost all the same, `wait` the seconds that the server asks to wait.
    """

    def __init__(
        self, reason: str, again: Again = Again.NEVER, usage: Usage = UNBILLED, wait: float = 0.0
    ) -> None:
        super().__init__(reason)
        self.again = again
        self.usage = usage
        self.wait = wait


def sentence(text: str, limit: int = 200) -> str:
    """Foreign text as one short printable line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * limit]).split())
    return line if len(line) <= limit else line[:limit] + "…"
