"""What an event asks for: a pull request to be read, a push, all there is, or nothing."""

from dataclasses import dataclass

from reviewbot.errors import UsageError
from reviewbot.forge.event import Event

UNSAFE_TARGET = "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/"
_READ = frozenset({"opened", "synchronize", "reopened", "ready_for_review"})
_OVER = frozenset({"closed", "converted_to_draft", "locked", "unlocked"})
_EVERYTHING = frozenset({"schedule", "workflow_dispatch"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A pull request as far as it has to be known to find its commits and to decide whether it is read."""

    repo: str
    number: int
    head: str
    base_ref: str
    fork: bool = False
    draft: bool = False
    by_bot: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A pull request of which only the number is known."""

    repo: str
    number: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """Commits on a branch, and the commit or branch that they are compared with."""

    base: str
    head: str


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is checked out."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No review, and why; that is no failure."""

    why: str


Occasion = Subject | Numbered | Pushed | Everything | Nothing


def occasion_of(event: Event, repository: str, number: int | None) -> Occasion:
    """What to review on this event; `number` is the pull request that a person has named, if any.

    Raises:
        UsageError: the workflow starts a review on something that brings no change to read.
    """
    if event.name in {"pull_request", "pull_request_target"}:
        return _pull_request(event, repository)
    if event.name == "push":
        return _push(event)
    if event.name in _EVERYTHING:
        return Numbered(repository, number) if number else Everything()
    raise UsageError(
        f"there is no change to review in the event {event.name!r}",
        "Start the workflow on pull_request, push, schedule or workflow_dispatch.",
    )


def _pull_request(event: Event, repository: str) -> Occasion:
    if event.action in _OVER:
        return Nothing(f"the pull request is {event.action.replace('_', ' ')}")
    if event.action not in _READ or event.number is None:
        # Ending well here would put a green check on a commit whose review may have failed.
        raise UsageError(
            f"the event pull_request/{event.action} brings nothing new to read",
            f"In the workflow, write: types: [{', '.join(sorted(_READ))}].",
        )
    return Subject(
        repo=repository or event.repo,
        number=event.number,
        head=event.head_sha,
        base_ref=event.base_ref,
        fork=event.fork,
        draft=event.draft,
        by_bot=event.author_is_bot,
    )


def _push(event: Event) -> Occasion:
    if not event.ref.startswith("refs/heads/"):
        return Nothing(f"{event.ref or 'what was pushed'} is no branch")
    if not event.head_sha:
        return Nothing("the branch was deleted")
    if not event.before and event.ref == f"refs/heads/{event.default_branch}":
        return Everything()
    return Pushed(event.before or event.default_branch, event.head_sha)


def refuse_unsafe_checkout(event: str, head: str, checked_out: str | None, sha: str) -> None:
    """Stop where a pull request's code lies in the workspace of a job that has secrets and may write.

    Raises:
        UsageError: the event is pull_request_target, and what is checked out is not the base.
    """
    if event != "pull_request_target" or checked_out is None:
        return
    if checked_out == head or checked_out != sha:
        raise UsageError(
            "pull_request_target runs with secrets and a token that may write, and the pull request's code is"
            " checked out beside them",
            f"Start the workflow on pull_request instead; why: {UNSAFE_TARGET}",
        )
