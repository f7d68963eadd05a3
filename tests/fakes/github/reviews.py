"""Reviews and comments on lines: GitHub's rules for where they may stand, and the routes."""

from collections.abc import Mapping
from typing import Any

from fakes.github.answers import (
    Answer,
    Call,
    RefusedError,
    Route,
    checked_body,
    error,
    invalid,
    not_found,
    too_long,
)
from fakes.github.comments import may_change
from fakes.github.hunks import objections, sentence
from fakes.github.pulls import Pull
from fakes.github.threads import LineComment, Review, open_review, open_thread

_READS = ("pull_requests:read",)
_WRITES = ("pull_requests:write",)
_COMMENT = "PullRequestReviewComment"
_STATES = {"COMMENT": "COMMENTED", "APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED"}


def _unlocked(pull: Pull) -> None:
    if pull.locked:
        raise RefusedError(403, "Unable to create comment because issue is locked.")


def _is_part(pull: Pull, commit: str) -> bool:
    return commit in pull.repository.objects.history(pull.merge_base, pull.head_sha)


def _create_comment(call: Call) -> Answer:
    """One comment; `subject_type: file` needs only a file of the diff."""
    pull, asked = call.pull, call.body
    _unlocked(pull)
    body = checked_body(call, _COMMENT, asked["body"])
    if asked.get("in_reply_to"):
        return _answered(call, pull, int(asked["in_reply_to"]), body)
    if not _is_part(pull, asked["commit_id"]):
        raise invalid(_COMMENT, "commit_id", "custom", "commit_id is not part of the pull request")
    if wrong := _wrong_place(pull, asked, asked["commit_id"]):
        raise RefusedError(422, "Validation Failed", wrong)
    made = open_thread(pull, call.login, asked, asked["commit_id"])
    return Answer(made.json(call.root), 201)


def _wrong_place(pull: Pull, asked: Mapping[str, Any], commit: str) -> list[dict[str, str]]:
    if asked.get("subject_type") == "file":
        known = pull.changed(asked["path"], commit)
        return [] if known else [error(_COMMENT, "pull_request_review_thread.path", "invalid")]
    return objections(asked, pull.patch(asked["path"], commit))


def _reply(call: Call) -> Answer:
    pull = call.pull
    _unlocked(pull)
    body = checked_body(call, _COMMENT, call.body["body"])
    return _answered(call, pull, int(call.names["comment_id"]), body)


def _answered(call: Call, pull: Pull, to: int, body: str) -> Answer:
    thread = next((t for t in pull.threads if t.comments[0].id == to), None)
    if thread is None:
        raise not_found()
    return Answer(thread.reply(call.login, body).json(call.root), 201)


def _create_review(call: Call) -> Answer:
    """A review with all its comments, or, if one of them is wrong, nothing at all."""
    pull, asked = call.pull, call.body or {}
    _unlocked(pull)
    event, comments = asked.get("event"), asked.get("comments") or []
    commit = asked.get("commit_id") or pull.head_sha
    _check_review(call, pull, event, asked.get("body"), commit)
    for comment in comments:
        _check_line(call, pull, comment, commit)
    review = open_review(
        pull, call.login, asked.get("body") or "", _STATES.get(event or "", "PENDING"), commit
    )
    for comment in comments:
        open_thread(pull, call.login, comment, commit, review)
    return Answer(review.json(call.root), 200)


def _check_review(call: Call, pull: Pull, event: str | None, body: str | None, commit: str) -> None:
    if event in {"COMMENT", "REQUEST_CHANGES"}:
        _checked(call, body)
    if event == "APPROVE" and call.login == pull.author:
        raise _unprocessable("Can not approve your own pull request")
    if event == "REQUEST_CHANGES" and call.login == pull.author:
        raise _unprocessable("Can not request changes on your own pull request")
    pending = any(each.state == "PENDING" and each.author == call.login for each in pull.reviews)
    if event is None and pending:
        raise _unprocessable("User can only have one pending review per pull request")
    if not _is_part(pull, commit):
        raise _unprocessable("Commit is not part of the pull request")


def _check_line(call: Call, pull: Pull, comment: Mapping[str, Any], commit: str) -> None:
    _checked(call, comment.get("body"))
    if wrong := objections(comment, pull.patch(comment["path"], commit)):
        raise _unprocessable(sentence(wrong))


def _checked(call: Call, body: str | None) -> str:
    """A review's text that may be stored; its refusal names no field."""
    if not (body or "").strip():
        raise _unprocessable("Body can't be blank")
    assert body
    if text := too_long(call, body):
        raise _unprocessable(text)
    return body


def _unprocessable(text: str) -> RefusedError:
    return RefusedError(422, "Unprocessable Entity", [text])


def _visible(call: Call) -> list[Review]:
    """A pending review is seen by its author only."""
    return [each for each in call.pull.reviews if each.state != "PENDING" or each.author == call.login]


def _review(call: Call) -> Review:
    wanted = int(call.names["review_id"])
    found = next((each for each in _visible(call) if each.id == wanted), None)
    if found is None:
        raise not_found()
    return found


def _list_reviews(call: Call) -> Answer:
    return call.listed(_visible(call), Review.json)


def _get_review(call: Call) -> Answer:
    return Answer(_review(call).json(call.root))


def _edit_review(call: Call) -> Answer:
    review = _review(call)
    may_change(call, review.author)
    review.edit(_checked(call, call.body["body"]), call.login, call.world.now())
    return Answer(review.json(call.root))


def _review_comments(call: Call) -> Answer:
    return call.listed(_review(call).comments, lambda each, root: each.json(root, "review-comment"))


def _pending(comment: LineComment) -> bool:
    return comment.review is not None and comment.review.state == "PENDING"


def _list_comments(call: Call) -> Answer:
    since = call.query.get("since", "")
    shown = [each for each in call.pull.line_comments if each.updated_at >= since and not _pending(each)]
    return call.listed(shown, LineComment.json)


def _comment(call: Call) -> LineComment:
    wanted = int(call.names["comment_id"])
    for pull in call.repository.pulls.values():
        for each in pull.line_comments:
            if each.id == wanted:
                return each
    raise not_found()


def _get_comment(call: Call) -> Answer:
    return Answer(_comment(call).json(call.root))


def _edit_comment(call: Call) -> Answer:
    comment = _comment(call)
    may_change(call, comment.author)
    comment.edit_as(call.login, checked_body(call, _COMMENT, call.body["body"]))
    return Answer(comment.json(call.root))


def _delete_comment(call: Call) -> Answer:
    comment = _comment(call)
    may_change(call, comment.author)
    comment.delete()
    return Answer(status=204)


_PULL = "/repos/{owner}/{repo}/pulls/{pull_number}"
_REVIEW = f"{_PULL}/reviews/{{review_id}}"
_ONE = "/repos/{owner}/{repo}/pulls/comments/{comment_id}"
ROUTES = (
    Route("GET", f"{_PULL}/comments", _list_comments, _READS),
    Route("POST", f"{_PULL}/comments", _create_comment, _WRITES),
    Route("POST", f"{_PULL}/comments/{{comment_id}}/replies", _reply, _WRITES),
    Route("GET", f"{_PULL}/reviews", _list_reviews, _READS),
    Route("POST", f"{_PULL}/reviews", _create_review, _WRITES),
    Route("GET", _REVIEW, _get_review, _READS),
    Route("PUT", _REVIEW, _edit_review, _WRITES),
    Route("GET", f"{_REVIEW}/comments", _review_comments, _READS),
    Route("GET", _ONE, _get_comment, _READS),
    Route("PATCH", _ONE, _edit_comment, _WRITES),
    Route("DELETE", _ONE, _delete_comment, _WRITES),
)
