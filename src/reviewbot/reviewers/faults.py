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


class Kind(StrEnum):
    """What a fault says about the question: whether a smaller one would do better."""

    OTHER = "other"
    TRUNCATED = "truncated"
    """The reply was cut off: there is more to say than fits."""
    OVERFLOW = "overflow"
    """The question is larger than what the model reads at once."""


class CallFault(ReviewerError):  # noqa: N818 - a fault of the call, not yet an error of the review
    """One call brought no reply that can be read.

    `usage` is what the call cost all the same, `wait` the seconds that the server asks to wait. `content` are
    the words that came before a reply was cut off.
    """

    def __init__(
        self,
        reason: str,
        again: Again = Again.NEVER,
        usage: Usage = UNBILLED,
        wait: float = 0.0,
        *,
        kind: Kind = Kind.OTHER,
        content: str = "",
    ) -> None:
        super().__init__(reason)
        self.again = again
        self.usage = usage
        self.wait = wait
        self.kind = kind
        self.content = content


class RateLimited(CallFault):
    """The server wants fewer calls. All that are still to come had better wait."""


class Refused(CallFault):
    """The server does not take the request as it is: `told` is its sentence, `param` the field it names."""

    def __init__(self, reason: str, told: str, param: object) -> None:
        super().__init__(reason)
        self.told = told
        self.param = param


def sentence(text: str, limit: int = 200) -> str:
    """Foreign text as one short printable line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * limit]).split())
    return line if len(line) <= limit else line[:limit] + "…"
