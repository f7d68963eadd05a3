"""Comments in conversations, issues, labels."""

import github
import pytest

from fakes.github.clients import pygithub, send
from fakes.github.server import FULL_TOKEN, OTHER_TOKEN, GithubServer, Pull

COMMENTS = "/repos/octo/shop/issues/1/comments"


def opened(server: GithubServer) -> Pull:
    return server.repository().pull({"a": "1\n"}, {"a": "2\n"})


def test_a_comment_is_made_edited_and_removed() -> None:
    with GithubServer() as server:
        pull = opened(server)
        made = pygithub(server).get_repo("octo/shop").get_pull(1).create_issue_comment("one")
        made.edit("two")
        assert [(each.author, each.body) for each in pull.comments] == [("github-actions[bot]", "two")]
        assert made.updated_at > made.created_at
        made.delete()
        assert pull.comments == []
        with pytest.raises(github.UnknownObjectException):
            made.edit("three")


def test_250_comments_are_on_three_pages() -> None:
    with GithubServer() as server:
        pull = opened(server)
        for number in range(250):
            pull.comment(f"number {number}", by="alice")
        third = send(server, "GET", f"{COMMENTS}?per_page=100&page=3")
        assert len(third.body) == 50
        assert 'rel="next"' not in third.headers["Link"]
        comments = pygithub(server).get_repo("octo/shop").get_pull(1).get_issue_comments()
        assert [each.body for each in comments][-1] == "number 249"


def test_G06_a_body_above_65536_characters_is_too_long() -> None:
    with GithubServer() as server:
        opened(server)
        assert send(server, "POST", COMMENTS, {"body": "x" * 65_536}).status == 201
        refused = send(server, "POST", COMMENTS, {"body": "x" * 65_537})
        assert refused.status == 422
        assert refused.body["errors"] == [
            {
                "resource": "IssueComment",
                "code": "unprocessable",
                "field": "data",
                "message": "Body is too long (maximum is 65536 characters)",
            }
        ]
        assert send(server, "POST", COMMENTS, {"body": " \n"}).status == 422


def test_a_locked_conversation_takes_no_comment() -> None:
    with GithubServer() as server:
        opened(server).lock()
        refused = send(server, "POST", COMMENTS, {"body": "hello"})
        assert (refused.status, refused.body["message"]) == (
            403,
            "Unable to create comment because issue is locked.",
        )


def test_a_closed_pull_request_still_takes_comments() -> None:
    with GithubServer() as server:
        opened(server).close()
        assert send(server, "POST", COMMENTS, {"body": "hello"}).status == 201


def test_only_an_authors_own_comment_is_changed() -> None:
    with GithubServer() as server:
        comment = opened(server).comment("mine", by="other-bot[bot]")
        path = f"/repos/octo/shop/issues/comments/{comment.id}"
        assert send(server, "PATCH", path, {"body": "theirs"}).status == 403
        assert send(server, "DELETE", path).status == 403
        assert send(server, "PATCH", path, {"body": "still mine"}, token=OTHER_TOKEN).status == 200
        assert comment.body == "still mine"


def test_G10_a_persons_edit_is_seen_by_its_body_and_time() -> None:
    with GithubServer() as server:
        comment = opened(server).comment("as it was", by="github-actions[bot]")
        comment.edit_as("alice", "as she wants it")
        (shown,) = send(server, "GET", COMMENTS).body
        assert (shown["body"], shown["user"]["login"]) == ("as she wants it", "github-actions[bot]")
        assert shown["updated_at"] > shown["created_at"]
        assert comment.edited_by == "alice"


def test_issues_are_made_found_and_changed() -> None:
    with GithubServer() as server:
        server.repository()
        repository = pygithub(server, FULL_TOKEN).get_repo("octo/shop")
        made = repository.create_issue("Sweep", "found", labels=["security"])
        made.edit(body="found more", state="closed")
        assert [each.number for each in repository.get_issues(state="all", labels=["security"])] == [1]
        assert repository.get_issues(state="open").totalCount == 0
        assert repository.get_issue(1).body == "found more"


def test_labels_are_added_once() -> None:
    with GithubServer() as server:
        pull = opened(server)
        for _ in range(2):
            pygithub(server).get_repo("octo/shop").get_pull(1).add_to_labels("security")
        assert pull.labels == ["security"]
