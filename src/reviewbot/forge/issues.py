"""The issues of a repository."""

from collections.abc import Callable, Mapping

from reviewbot.forge import needs
from reviewbot.forge.address import repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.pages import rows
from reviewbot.forge.payloads import IssuePayload
from reviewbot.forge.values import Issue


def issues(calls: Calls, repo: str, creator: str) -> list[Issue]:
    """See `Client.issues`."""
    # Oldest first, so that what is begun meanwhile moves nothing to another page.
    which = {"creator": creator, "state": "all", "sort": "created", "direction": "asc"}
    listed = rows(calls, repo_path(repo, "issues"), needs.ISSUES, IssuePayload, which=which)
    return [row.value() for row in listed if row.pull_request is None]


def create(calls: Calls, repo: str, title: str, body: str, find: Callable[[], Issue | None]) -> Issue:
    """See `Client.create_issue`."""
    asked = {"title": title, "body": body}
    ask = Ask("POST", repo_path(repo, "issues"), needs.ISSUE, _read, body=asked, writes=True)
    return calls.once(ask, find)


def edit(calls: Calls, repo: str, number: int, told: Mapping[str, str | None]) -> Issue:
    """See `Client.edit_issue`."""
    asked = {name: value for name, value in told.items() if value is not None}
    path = repo_path(repo, f"issues/{number}")
    return calls.repeat(Ask("PATCH", path, needs.ISSUE, _read, body=asked, writes=True))


def _read(answer: Answer) -> Issue:
    return IssuePayload.model_validate(answer.data).value()
