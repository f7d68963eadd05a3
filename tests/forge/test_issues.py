"""Issues: listed to the end, begun exactly once, changed as far as asked."""

import pytest

from fakes.github import faults
from fakes.github.faults import Fault
from fakes.github.server import ACTIONS_TOKEN, FULL_TOKEN, PERSON_TOKEN, GithubServer
from forge.talking import SHOP, Leaps, client_of, opened
from reviewbot.forge import GHOST, Forbidden, Issue, NotFound, Unreachable
from reviewbot.forge.payloads import IssuePayload

BOT = "github-actions[bot]"
POSTS = "/issues$"


def test_all_issues_of_one_author_are_read_and_no_pull_request() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        repo = server.repository(SHOP)
        repo.pull({"a": "1\n"}, {"a": "2\n"}, author=BOT)
        for number in range(250):
            repo.issue(f"number {number}", "words", by=BOT)
            repo.issue("of hers", by="alice")
        repo.issues[2].close()
        found = client.issues(SHOP, BOT)
        assert [one.title for one in found] == [f"number {number}" for number in range(250)]
        assert found[0] == Issue(2, BOT, "number 0", "words", is_open=False)
        assert len(server.requests) == 3
        assert client.issues(SHOP, "bob") == []


def test_an_issue_of_somebody_who_is_gone_is_a_ghosts() -> None:
    told = {"number": 1, "user": None, "title": "x", "body": None, "state": "open"}
    assert IssuePayload.model_validate(told).value() == Issue(1, GHOST, "x", "", is_open=True)


@pytest.mark.parametrize(
    "fault",
    [
        faults.stored_then(502),
        faults.status(502),
        faults.stored_then_drop(),
        faults.drop(),
        faults.html(),
        Fault(201, b'{"ok": true}'),
    ],
    ids=["502, stored", "502", "drop, stored", "drop", "HTML", "no number"],
)
def test_an_issue_is_there_exactly_once_after_an_unclear_answer(fault: Fault) -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        repo = server.repository(SHOP)
        repo.issue("title", "the page", by="alice")
        repo.issue("title", "the page", by=BOT).close()
        server.fail("POST", POSTS, fault)
        made = client.create_issue(SHOP, "title", "the page")
        assert (made.number, made.author, made.is_open) == (3, BOT, True)
        assert len(repo.issues) == 3


def test_nothing_is_begun_again_when_nobody_can_look() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        repo = server.repository(SHOP)
        server.fail("POST", POSTS, faults.stored_then(502))
        server.fail("GET", POSTS, faults.status(502), times=99)
        with pytest.raises(Unreachable, match="write the issue of a sweep"):
            client.create_issue(SHOP, "title", "the page")
        assert len(repo.issues) == len(server.writes) == 1


def test_whoever_begins_an_issue_may_know_better_what_to_look_for() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        there = server.repository(SHOP).issue("other", "other", by="alice")
        server.fail("POST", POSTS, faults.status(502))
        found = client.create_issue(SHOP, "t", "b", lambda: client.issues(SHOP, "alice")[0])
        assert found.number == there.number


def test_only_what_is_given_is_changed() -> None:
    with GithubServer() as server, client_of(server.url, FULL_TOKEN) as client:
        made = server.repository(SHOP).issue("one", "page one", by=BOT)
        assert client.edit_issue(SHOP, 1, body="page two").title == "one"
        assert client.edit_issue(SHOP, 1, title="two", state="closed") == Issue(
            1, BOT, "two", "page two", is_open=False
        )
        assert client.edit_issue(SHOP, 1, state="open").is_open
        assert [request.body for request in server.writes] == [
            {"body": "page two"},
            {"title": "two", "state": "closed"},
            {"state": "open"},
        ]
        assert made.state == "open"


def test_an_edit_of_an_issue_may_be_repeated_and_is() -> None:
    leaps = Leaps()
    with GithubServer() as server, client_of(server.url, FULL_TOKEN, leaps=leaps) as client:
        server.repository(SHOP).issue("one", "page one", by=BOT)
        server.fail("PATCH", "/issues/1$", faults.stored_then_drop(), times=2)
        assert client.edit_issue(SHOP, 1, body="page two").body == "page two"
        assert leaps.slept == [1.0, 3.0]


@pytest.mark.parametrize("write", ["create", "edit"])
def test_a_token_for_pull_requests_is_told_what_it_lacks(write: str) -> None:
    with GithubServer() as server, client_of(server.url, ACTIONS_TOKEN) as client:
        opened(server).repository.issue("one", by=BOT)
        with pytest.raises(Forbidden, match="may not write the issue of a sweep") as caught:
            client.create_issue(SHOP, "t", "b") if write == "create" else client.edit_issue(SHOP, 2, body="b")
        assert caught.value.permission == "issues: write"
        assert "`issues: write`" in caught.value.hint


def test_a_deleted_issue_is_told_from_one_that_is_there() -> None:
    with GithubServer() as server, client_of(server.url, PERSON_TOKEN) as client:
        server.repository(SHOP)
        with pytest.raises(NotFound):
            client.edit_issue(SHOP, 7, body="b")
