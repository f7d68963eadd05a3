"""Errors of talking to GitHub, for the person in front of them.

ForgeError              GitHub did not do what it was asked
├── Forbidden           401, 403: the token may not; `permission` is what it lacks, if that is known
├── NotFound            404, 410: there is none, or the token may not see it
├── Invalid             422: GitHub does not take it as it is; `reasons` in GitHub's words
├── RateLimited         403, 429: it would have to wait beyond the deadline; `wait` in seconds
└── Unreachable         no answer that can be read, as often as the deadline allows
"""

from typing import ClassVar

from reviewbot.errors import ReviewbotError


class ForgeError(ReviewbotError):
    """GitHub did not do what it was asked. `status` is its answer's, 0 if there was none."""

    exit_code: ClassVar[int] = 4

    def __init__(self, message: str, hint: str = "", *, status: int = 0) -> None:
        super().__init__(message, hint)
        self.status = status


class Forbidden(ForgeError):  # noqa: N818 - as the status is called
    """The token may not. `permission` is the workflow permission that it lacks, "" if it lacks none."""

    def __init__(self, message: str, hint: str, *, status: int, permission: str = "") -> None:
        super().__init__(message, hint, status=status)
        self.permission = permission


class NotFound(ForgeError):  # noqa: N818 - as the status is called
    """There is no such thing, or the token may not see it."""


class Invalid(ForgeError):  # noqa: N818 - what was sent is
    """GitHub does not take it as it is. `reasons` are GitHub's own sentences, one a problem."""

    def __init__(
        self, message: str, hint: str = "", *, status: int = 422, reasons: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, hint, status=status)
        self.reasons = reasons


class RateLimited(ForgeError):  # noqa: N818 - the token is
    """GitHub wants a rest of `wait` seconds, which ends beyond the deadline."""

    def __init__(self, message: str, hint: str, *, status: int, wait: float) -> None:
        super().__init__(message, hint, status=status)
        self.wait = wait


class Unreachable(ForgeError):  # noqa: N818 - GitHub is
    """No answer that can be read. What was to be written may be there or not."""
