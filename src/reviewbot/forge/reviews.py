"""Reviews of a pull request and their comments on lines."""

from collections.abc import Callable, Sequence

from reviewbot.forge import needs
from reviewbot.forge.address import repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.pages import rows
from reviewbot.forge.payloads import LinePayload, ReviewPayload
from reviewbot.forge.values import LineComment, Review, ReviewComment
from reviewbot.spans import Side

_SIDES = {Side.OLD: "LEFT", Side.NEW: "RIGHT"}


def reviews(calls: Calls, repo: str, number: int) -> list[Review]:
    """See `Client.reviews`."""
    path = repo_path(repo, f"pulls/{number}/reviews")
    return [row.value() for row in rows(calls, path, needs.REVIEWS, ReviewPayload)]


def review_comments(calls: Calls, repo: str, number: int) -> list[ReviewComment]:
    """See `Client.review_comments`."""
    path = repo_path(repo, f"pulls/{number}/comments")
    return [row.value() for row in rows(calls, path, needs.REVIEWS, LinePayload)]


def create(
    calls: Calls,
    pull: tuple[str, int],
    commit: str,
    body: str,
    comments: Sequence[LineComment],
    find: Callable[[], Review | None],
) -> Review:
    """See `Client.create_review`."""

    def read(answer: Answer) -> Review:
        return ReviewPayload.model_validate(answer.data).value()

    repo, number = pull
    path = repo_path(repo, f"pulls/{number}/reviews")
    # Without an event it would be a draft that nobody sees.
    asked = {"commit_id": commit, "event": "COMMENT", "body": body, "comments": [*map(_placed, comments)]}
    return calls.once(Ask("POST", path, needs.REVIEW, read, body=asked, writes=True), find)


def create_on_file(
    calls: Calls,
    pull: tuple[str, int],
    commit: str,
    path: str,
    body: str,
    find: Callable[[], ReviewComment | None],
) -> ReviewComment:
    """See `Client.file_comment`."""

    def read(answer: Answer) -> ReviewComment:
        return LinePayload.model_validate(answer.data).value()

    repo, number = pull
    asked = {"commit_id": commit, "path": path, "subject_type": "file", "body": body}
    place = repo_path(repo, f"pulls/{number}/comments")
    return calls.once(Ask("POST", place, needs.REVIEW, read, body=asked, writes=True), find)


def _placed(comment: LineComment) -> dict[str, object]:
    side = _SIDES[comment.side]
    placed: dict[str, object] = {
        "path": comment.path,
        "line": comment.line,
        "side": side,
        "body": comment.body,
    }
    if comment.start_line not in {None, comment.line}:  # GitHub refuses a range of one line
        placed |= {"start_line": comment.start_line, "start_side": side}
    return placed
