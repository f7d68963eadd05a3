"""What is wanted of posting a report, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reviewbot.errors import ReviewbotError
from reviewbot.findings import Severity
from reviewbot.forge import Forbidden
from reviewbot.sinks.markdown_page import Page
from reviewbot.sinks.sarif_rules import Words


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to post.

    `run` names this run to the next one. `fail_on` and `fail_on_incomplete` decide on the colour of the check
    run. `read_only` says that the token is known not to write, as that of a fork's pull request.
    """

    run: str = ""
    lines: bool = True
    threads: bool = True
    check: bool = False
    sarif: bool = False
    fail_on: Severity = Severity.MEDIUM
    fail_on_incomplete: bool = True
    read_only: bool = False
    weaknesses: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report; ids are None where nothing was posted.

    `page` is for the job summary, with a remark for everything that is not on the pull request and why.
    `withheld` says that nothing was posted on purpose: the pull request is closed, or at another commit now.
    `failure` is why something is missing that should be there; `degraded` that this was to be expected, as
    with the token of a fork. `settled` counts threads of fixed findings that were resolved or folded away.
    """

    page: Page = field(default_factory=Page)
    comment_id: int | None = None
    review_id: int | None = None
    inline: int = 0
    settled: int = 0
    check_run_id: int | None = None
    sarif_id: str | None = None
    withheld: bool = False
    failure: ReviewbotError | None = None
    degraded: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is not on the pull request and why, a sentence each."""
        return self.page.remarks

    def but(self, remark: str) -> "Outcome":
        """The same, with something else that was not posted; "" for nothing."""
        return replace(self, page=replace(self.page, remarks=(*self.remarks, remark))) if remark else self

    def without(self, what: str, error: ReviewbotError) -> "Outcome":
        """The same, without something that should be there."""
        failed = self.but(f"{what} could not be posted: {why(error)}")
        return replace(failed, failure=self.failure or error)


def why(error: ReviewbotError) -> str:
    """What went wrong, with the permission that the token lacks."""
    permission = error.permission if isinstance(error, Forbidden) else ""
    lacks = f" (the token needs {permission})" if permission and permission not in error.message else ""
    return f"{error.message}{lacks}"
