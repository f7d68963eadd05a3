"""The conversation of a pull request."""

from collections.abc import Callable

from reviewbot.forge import needs
from reviewbot.forge.address import repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.pages import rows
from reviewbot.forge.payloads import CommentPayload
from reviewbot.forge.values import Comment


def comments(calls: Calls, repo: str, number: int) -> list[Comment]:
    """See `Client.comments`."""
    path = repo_path(repo, f"issues/{number}/comments")
    return [row.value() for row in rows(calls, path, needs.COMMENTS, CommentPayload)]


def create(calls: Calls, repo: str, number: int, body: str, find: Callable[[], Comment | None]) -> Comment:
    """See `Client.create_comment`."""
    path = repo_path(repo, f"issues/{number}/comments")
    return calls.once(Ask("POST", path, needs.COMMENT, _read, body={"body": body}, writes=True), find)


def edit(calls: Calls, repo: str, comment_id: int, body: str) -> Comment:
    """See `Client.edit_comment`."""
    path = repo_path(repo, f"issues/comments/{comment_id}")
    return calls.repeat(Ask("PATCH", path, needs.COMMENT, _read, body={"body": body}, writes=True))


def same_text(one: str, other: str) -> bool:
    """Whether two bodies are the same, whatever a server made of line ends and white space at the end."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def _read(answer: Answer) -> Comment:
    return CommentPayload.model_validate(answer.data).value()
