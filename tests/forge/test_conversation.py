"""Comments, reviews, threads and the optional outputs, as the server then has them."""

import json
import secrets

import pytest

from fakes.github import faults
from fakes.github.server import ACTIONS_TOKEN, FULL_TOKEN, OTHER_TOKEN, PERSON_TOKEN, GithubServer
from forge.talking import SHOP, client_of, opened
from reviewbot.forge import (
    GHOST,
    Annotation,
    Check,
    Comment,
    Forbidden,
    Invalid,
    LineComment,
    Thread,
    ThreadComment,
    connect,
)
from reviewbot.forge.payloads import CommentPayload
from reviewbot.spans import Side


@pytest.mark.parametrize(
    ("token", "login"),
    [
        (ACTIONS_TOKEN, "github-actions[bot]"),
        (OTHER_TOKEN, "other-bot[bot]"),
        (PERSON_TOKEN, "alice"),
    ],
)
def test_a_token_is_told_who_it_is_once(token: str, login: str) -> None:
    with GithubServer() as server, client_of(server.url, token) as client:
        opened(server)
        assert client.login() == client.for_seconds(9).login() == login
        assert len(server.requests) == 1
        assert client.create_comment(SHOP, 1, "x").author == login


def test_a_token_that_may_not_ask_is_a_workflows() -> None:
    refused = faults.status(403, "Resource not accessible by integration")
    with GithubServer() as server, client_of(server.url) as client:
        server.fail("POST", "/graphql$", refused)
        assert client.login() == "github-actions[bot]"


def test_whoever_knows_the_login_need_not_ask() -> None:
    with (
        GithubServer() as server,
        connect(server.url, OTHER_TOKEN, deadline_seconds=9, login="app[bot]") as client,
    ):
        assert client.login() == "app[bot]"
        assert server.requests == []


def test_G10_all_250_comments_are_read() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        for number in range(250):
            pull.comment(f"number {number}", by="alice")
        found = client.comments(SHOP, 1)
        assert [comment.body for comment in found] == [f"number {number}" for number in range(250)]
        assert len(server.requests) == 3
        one = pull.comments[7]
        assert found[7] == Comment(one.id, one.node_id, "alice", "number 7", one.created_at)


def test_what_somebody_wrote_who_is_gone_is_a_ghosts() -> None:
    told = {"id": 1, "node_id": "IC_1", "user": None, "created_at": "2026-11-24T10:00:00Z", "body": None}
    assert CommentPayload.model_validate(told).value() == Comment(
        1, "IC_1", GHOST, "", "2026-11-24T10:00:00Z"
    )


def test_a_review_comments_on_lines_of_both_sides_and_on_ranges() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        lines = [
            LineComment("app.py", 2, Side.NEW, "new"),
            LineComment("app.py", 2, Side.OLD, "old"),
            LineComment("app.py", 3, Side.NEW, "range", start_line=2),
            LineComment("app.py", 1, Side.NEW, "one line is no range", start_line=1),
        ]
        review = client.create_review(SHOP, 1, pull.head_sha, "words", lines)
        assert client.reviews(SHOP, 1) == [review]
        assert (review.body, review.commit, review.author) == ("words", pull.head_sha, "github-actions[bot]")
        found = client.review_comments(SHOP, 1)
        assert [(one.line, one.side, one.body) for one in found] == [
            (2, Side.NEW, "new"),
            (2, Side.OLD, "old"),
            (3, Side.NEW, "range"),
            (1, Side.NEW, "one line is no range"),
        ]
        assert [one.thread.start_line for one in pull.line_comments] == [None, None, 2, None]
        assert {(one.path, one.review, one.in_reply_to) for one in found} == {("app.py", review.id, None)}
        assert [request.body["event"] for request in server.writes] == ["COMMENT"]


def test_an_answer_and_an_outdated_line_are_known_as_such() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        first = pull.line_comment("look", by="alice", path="app.py", line=2)
        pull.reply(first, "done", by="bob")
        pull.push({"app.py": "another\n"})
        found = client.review_comments(SHOP, 1)
        assert [(one.author, one.line, one.in_reply_to) for one in found] == [
            ("alice", None, None),
            ("bob", None, first.id),
        ]


def test_threads_are_read_to_the_last_with_names_as_everywhere_else() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        for number in range(51):
            pull.line_comment(f"n{number}", by="github-actions[bot]", path="app.py", line=2)
        answered = pull.reply(pull.line_comments[50], "no", by="alice")
        threads = client.threads(SHOP, 1)
        assert len(threads) == 51
        assert len(server.requests) == 2
        last = pull.threads[50]
        assert threads[50] == Thread(
            last.node_id,
            resolved=False,
            comments=(
                ThreadComment(last.comments[0].id, "github-actions[bot]", "n50"),
                ThreadComment(answered.id, "alice", "no"),
            ),
        )


def test_a_thread_with_more_comments_than_are_shown_says_so() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        first = pull.line_comment("look", by="alice", path="app.py", line=2)
        for _ in range(99):
            pull.reply(first, "and", by="bob")
        assert client.threads(SHOP, 1)[0].complete
        pull.reply(first, "one more", by="bob")
        (thread,) = client.threads(SHOP, 1)
        assert (len(thread.comments), thread.complete) == (100, False)


def test_a_thread_is_resolved_also_the_second_time() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        pull.line_comment("look", by="alice", path="app.py", line=2)
        server.fail("POST", "/graphql$", faults.stored_then(502), after=1)
        client.resolve_thread(client.threads(SHOP, 1)[0].id)
        assert pull.threads[0].resolved_by == "github-actions[bot]"
        assert client.threads(SHOP, 1)[0].resolved


def test_a_comment_is_folded_away() -> None:
    with GithubServer() as server, client_of(server.url) as client:
        pull = opened(server)
        client.minimize(client.create_comment(SHOP, 1, "old").node_id)
        assert pull.comments[0].minimized == "OUTDATED"


def _annotations(number: int) -> tuple[Annotation, ...]:
    return tuple(Annotation("app.py", 2, 3, "failure", f"t{n}", "m") for n in range(number))


@pytest.mark.parametrize(("number", "requests"), [(0, 1), (1, 1), (50, 1), (51, 2), (120, 3)])
def test_annotations_go_fifty_at_a_time(number: int, requests: int) -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        check = Check("title", "summary", "failure", _annotations(number))
        made = client.create_check_run(SHOP, pull.head_sha, "reviewbot", check)
        run = pull.repository.check_runs[made]
        assert [one["title"] for one in run.annotations] == [f"t{n}" for n in range(number)]
        assert (run.fields["status"], run.fields["conclusion"]) == ("completed", "failure")
        assert (run.output["title"], run.output["summary"]) == ("title", "summary")
        assert len(server.writes) == requests


def test_a_check_run_under_way_is_completed_later() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        made = client.create_check_run(SHOP, pull.head_sha, "reviewbot", Check("reading", "..."))
        run = pull.repository.check_runs[made]
        assert run.fields["status"] == "in_progress"
        client.update_check_run(SHOP, made, Check("done", "clean", "success"))
        assert (run.fields["status"], run.output["title"]) == ("completed", "done")
        client.update_check_run(SHOP, made, Check("done", "more", "failure", _annotations(60)))
        for number, fault in enumerate((faults.stored_then(502), faults.status(502)), start=61):
            server.fail("PATCH", "/check-runs/", fault)
            client.update_check_run(SHOP, made, Check("done", "more", "failure", _annotations(1)))
            assert len(run.annotations) == number
        assert run.fields["conclusion"] == "failure"


def test_sarif_arrives_as_it_was() -> None:
    sarif = json.dumps({"version": "2.1.0", "runs": []}).encode()
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        server.fail("POST", "/sarifs$", faults.stored_then(502))
        made = client.upload_sarif(SHOP, pull.head_sha, "refs/pull/1/head", sarif)
        upload = pull.repository.sarifs[made]
        assert upload.document == json.loads(sarif)
        assert (upload.commit_sha, upload.ref) == (pull.head_sha, "refs/pull/1/head")


def test_sarif_beyond_githubs_bound_is_not_sent() -> None:
    raw = secrets.token_bytes(10_000_100)  # which cannot be packed
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        with pytest.raises(Invalid, match="bytes packed, and GitHub takes 10,000,000"):
            client.upload_sarif(SHOP, pull.head_sha, "refs/pull/1/head", raw)
        assert server.writes == []


def test_a_repository_without_code_scanning_says_so() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        pull = opened(server)
        pull.repository.code_scanning = False
        with pytest.raises(Forbidden, match="Code scanning is not enabled"):
            client.upload_sarif(SHOP, pull.head_sha, "refs/pull/1/head", b"{}")
