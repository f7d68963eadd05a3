"""Reviews and comments on lines: where GitHub lets them stand, and in which words it refuses."""

from typing import Any

import pytest

from fakes.github.clients import pygithub, send
from fakes.github.server import PERSON_TOKEN, GithubServer, Pull

PULL = "/repos/octo/shop/pulls/1"
COMMENTS = f"{PULL}/comments"
REVIEWS = f"{PULL}/reviews"
_LINE = "Pull request review thread line must be part of the diff"
_BLANK = "Pull request review thread diff hunk can't be blank"
_SAME_HUNK = "Pull request review thread start line must be part of the same hunk as the line."
_PRECEDE = "Pull request review thread start line must precede the end line."


def lines(*numbers: int) -> str:
    return "".join(f"line {number}\n" for number in numbers)


def opened(server: GithubServer) -> Pull:
    """Line 10 is changed, line 40 removed: hunks are 7-13 on both sides, and 37-43 left, 37-42 right."""
    base = lines(*range(1, 61))
    head = base.replace("line 10\n", "line ten\n").replace("line 40\n", "")
    return server.repository().pull({"a.py": base, "b.py": "x\n"}, {"a.py": head, "b.py": "x\n"})


def review(pull: Pull, *comments: dict[str, Any]) -> dict[str, Any]:
    made = [{"path": "a.py", "body": "look", "side": "RIGHT", **each} for each in comments]
    return {"commit_id": pull.head_sha, "event": "COMMENT", "body": "Found.", "comments": made}


@pytest.mark.parametrize(
    "comment",
    [
        {"line": 10},
        {"line": 7},
        {"line": 13},
        {"line": 42},
        {"line": 10, "side": "LEFT"},
        {"line": 40, "side": "LEFT"},
        {"start_line": 7, "line": 10},
        {"start_line": 10, "start_side": "LEFT", "line": 10, "side": "RIGHT"},
    ],
)
def test_a_line_inside_a_hunk_is_accepted_with_200(comment: dict[str, Any]) -> None:
    with GithubServer() as server:
        pull = opened(server)
        found = send(server, "POST", REVIEWS, review(pull, comment))
        assert (found.status, found.body["state"]) == (200, "COMMENTED")
        assert pull.line_comments[0].line == comment["line"]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ({"line": 6}, f"{_LINE} and {_BLANK}"),
        ({"line": 14}, f"{_LINE} and {_BLANK}"),
        ({"line": 43}, f"{_LINE} and {_BLANK}"),
        ({"line": 9, "side": "LEFT"}, f"{_LINE} and {_BLANK}"),
        ({"line": 30, "start_line": 28}, f"{_LINE}, {_SAME_HUNK}, and {_BLANK}"),
        ({"line": 38, "start_line": 10}, _SAME_HUNK),
        ({"line": 10, "start_line": 3}, _SAME_HUNK),
        ({"line": 10, "start_line": 10}, _PRECEDE),
        ({"line": 10, "start_line": 12}, _PRECEDE),
        ({"line": 1, "path": "b.py"}, f"Pull request review thread path is invalid and {_BLANK}"),
        ({}, f"{_LINE} and {_BLANK}"),
    ],
)
def test_G06_a_line_outside_is_refused_and_the_whole_review_with_it(
    comment: dict[str, Any], words: str
) -> None:
    with GithubServer() as server:
        pull = opened(server)
        found = send(server, "POST", REVIEWS, review(pull, {"line": 10}, comment))
        assert (found.status, found.body["message"]) == (422, "Unprocessable Entity")
        assert found.body["errors"] == [words]
        assert (pull.reviews, pull.threads) == ([], [])


def test_a_single_comment_is_refused_field_by_field() -> None:
    with GithubServer() as server:
        pull = opened(server)
        asked = {"path": "a.py", "body": "look", "commit_id": pull.head_sha, "line": 30}
        found = send(server, "POST", COMMENTS, asked)
        assert found.body["message"] == "Validation Failed"
        assert found.body["errors"][0] == {
            "resource": "PullRequestReviewComment",
            "code": "custom",
            "field": "pull_request_review_thread.line",
            "message": "pull_request_review_thread.line must be part of the diff",
        }


def test_a_file_of_the_diff_takes_a_comment_without_a_line() -> None:
    with GithubServer() as server:
        pull = opened(server)
        asked = {"path": "a.py", "body": "look", "commit_id": pull.head_sha, "subject_type": "file"}
        assert send(server, "POST", COMMENTS, asked).body["subject_type"] == "file"
        assert send(server, "POST", COMMENTS, {**asked, "path": "b.py"}).status == 422


def test_a_commit_that_was_pushed_away_takes_no_comment() -> None:
    with GithubServer() as server:
        pull = opened(server)
        old = review(pull, {"line": 10})
        pull.force_push({"a.py": "new\n", "b.py": "x\n"})
        assert send(server, "POST", REVIEWS, old).body["errors"] == ["Commit is not part of the pull request"]
        asked = {"path": "a.py", "body": "look", "commit_id": pull.heads[0], "line": 1}
        assert (
            "not part of the pull request"
            in send(server, "POST", COMMENTS, asked).body["errors"][0]["message"]
        )


def test_a_review_needs_a_body_and_without_an_event_nobody_else_sees_it() -> None:
    with GithubServer() as server:
        pull = opened(server)
        assert send(server, "POST", REVIEWS, {"event": "COMMENT", "comments": []}).status == 422
        asked = review(pull, {"line": 10})
        del asked["event"]
        assert send(server, "POST", REVIEWS, asked).body["state"] == "PENDING"
        assert send(server, "POST", REVIEWS, asked).status == 422
        assert send(server, "GET", REVIEWS, token=PERSON_TOKEN).body == []
        assert len(send(server, "GET", REVIEWS).body) == 1
        assert send(server, "GET", COMMENTS).body == []


def test_nobody_approves_what_is_theirs() -> None:
    with GithubServer() as server:
        opened(server)
        found = send(server, "POST", REVIEWS, {"event": "APPROVE"}, token=PERSON_TOKEN)
        assert found.body["errors"] == ["Can not approve your own pull request"]


def test_a_locked_conversation_takes_no_review() -> None:
    with GithubServer() as server:
        pull = opened(server)
        pull.lock()
        assert send(server, "POST", REVIEWS, review(pull)).status == 403


def test_pygithub_reads_what_it_wrote() -> None:
    with GithubServer() as server:
        opened(server)
        repository = pygithub(server).get_repo("octo/shop")
        pull = repository.get_pull(1)
        made = pull.create_review(
            repository.get_commit(pull.head.sha),
            "Found.",
            "COMMENT",
            [{"path": "a.py", "body": "look", "line": 10, "side": "RIGHT", "start_line": 8}],
        )
        (comment,) = pull.get_review_comments()
        assert (comment.line, comment.start_line, comment.pull_request_review_id) == (10, 8, made.id)
        assert comment.diff_hunk.splitlines()[0].startswith("@@ -7,7 +7,7 @@")
        assert comment.diff_hunk.splitlines()[-1] == "+line ten"
        comment.edit("look again")
        reply = pull.create_review_comment_reply(comment.id, "I did")
        assert reply.in_reply_to_id == comment.id
        assert [each.body for each in pull.get_single_review_comments(made.id)] == ["look again"]
        made.edit("Found more.")
        assert [each.body for each in pull.get_reviews()] == ["Found more.", ""]
        reply.delete()
        assert pull.get_review_comments().totalCount == 1


def test_a_comment_follows_its_line_until_the_line_changes() -> None:
    with GithubServer() as server:
        pull = opened(server)
        thread = pull.line_comment("look", by="github-actions[bot]", path="a.py", line=10).thread
        text = lines(*range(1, 10)) + "line ten\n" + lines(*range(11, 40), *range(41, 61))
        pull.push({"a.py": "first\n" + text})
        (shown,) = send(server, "GET", COMMENTS).body
        assert (shown["line"], shown["original_line"], shown["commit_id"]) == (11, 10, pull.head_sha)
        pull.push({"a.py": "first\n" + text.replace("line ten", "ten")})
        (shown,) = send(server, "GET", COMMENTS).body
        assert (shown["line"], shown["position"], shown["commit_id"]) == (None, None, pull.heads[0])
        assert thread.outdated
