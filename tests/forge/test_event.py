"""The payloads that start a workflow, as values."""

import json
from typing import Any

import pytest

from fakes.github.server import GithubServer
from forge.talking import AFTER, BEFORE, SHOP, opened
from reviewbot.errors import UsageError
from reviewbot.forge.event import Event, parse_event

SHA = "a" * 40
REPO = {"full_name": SHOP, "default_branch": "main"}


def payload(**changes: Any) -> str:  # noqa: ANN401 - JSON
    head = {"ref": "change", "sha": SHA, "repo": REPO}
    pull: dict[str, Any] = {
        "number": 7,
        "draft": False,
        "user": {"login": "alice", "type": "User"},
        "head": head,
        "base": {**head, "ref": "main"},
        "title": "ignored",
    }
    told = {"action": "opened", "repository": REPO, "sender": {"login": "bob", "type": "User"}}
    return json.dumps({**told, "pull_request": {**pull, **changes}})


def test_a_pull_request_event_is_read() -> None:
    assert parse_event("pull_request", payload()) == Event(
        name="pull_request",
        action="opened",
        repo=SHOP,
        default_branch="main",
        number=7,
        head_sha=SHA,
        base_ref="main",
        author="alice",
        sender="bob",
    )


def test_the_payload_of_a_server_is_read() -> None:
    with GithubServer() as server:
        pull = opened(server)
        event = parse_event("pull_request", json.dumps(pull.event("synchronize", sender="other-bot[bot]")))
        assert (event.action, event.number, event.head_sha, event.fork) == (
            "synchronize",
            pull.number,
            pull.head_sha,
            False,
        )
        assert (event.sender, event.sender_is_bot, event.author_is_bot) == ("other-bot[bot]", True, False)
        fork = server.repository("octo/two").pull(BEFORE, AFTER, fork="eve/two", draft=True)
        event = parse_event("pull_request_target", json.dumps(fork.event("opened")))
        assert (event.fork, event.draft, event.name) == (True, True, "pull_request_target")


@pytest.mark.parametrize("repo", [None, {"full_name": "eve/shop"}])
def test_a_head_elsewhere_or_nowhere_is_a_fork(repo: object) -> None:
    event = parse_event("pull_request", payload(head={"ref": "x", "sha": SHA, "repo": repo}))
    assert event.fork


@pytest.mark.parametrize(
    ("user", "bot"),
    [
        ({"login": "dependabot[bot]", "type": "Bot"}, True),
        ({"login": "renovate[bot]"}, True),
        ({"login": "ci", "type": "Bot"}, True),
        ({"login": "alice", "type": "User"}, False),
        (None, False),
    ],
)
def test_a_bot_is_known_by_its_type_or_its_name(user: object, bot: bool) -> None:  # noqa: FBT001 - a case
    assert parse_event("pull_request", payload(user=user)).author_is_bot is bot


def test_a_push_says_what_it_was_before_and_is_now() -> None:
    told = {"ref": "refs/heads/main", "before": "b" * 40, "after": SHA, "repository": REPO}
    event = parse_event("push", json.dumps(told))
    assert (event.ref, event.before, event.head_sha, event.repo) == ("refs/heads/main", "b" * 40, SHA, SHOP)


def test_a_branch_that_is_new_or_gone_has_no_sha() -> None:
    event = parse_event("push", json.dumps({"before": "0" * 40, "after": "0" * 40}))
    assert (event.before, event.head_sha) == ("", "")


def test_a_manual_start_has_inputs_as_words() -> None:
    told = {"ref": "refs/heads/x", "inputs": {"pr": "7", "deep": True, "n": 3, "none": None}}
    event = parse_event("workflow_dispatch", json.dumps(told))
    assert event.inputs == (("pr", "7"), ("deep", "true"), ("n", "3"), ("none", ""))
    assert event.ref == "refs/heads/x"


@pytest.mark.parametrize("told", ['{"schedule": "0 3 * * *"}', "{}", '{"inputs": null, "sender": null}'])
def test_what_an_event_does_not_tell_is_empty(told: str) -> None:
    assert parse_event("schedule", told) == Event(name="schedule")


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        "null",
        "{",
        "7",
        "[" * 99_999,
        '{"action": 7}',
        b"\xff\xfe{}",
        '{"repository": "octo/shop"}',
        '{"sender": {"type": "Bot"}}',
        payload(number="7"),
        payload(number=0),
        payload(head={"ref": "x", "sha": "main", "repo": None}),
        payload(head={"ref": "x", "sha": "--output=x", "repo": None}),
        payload(base=None),
    ],
)
def test_a_payload_that_is_none_is_refused_with_the_place(told: str | bytes) -> None:
    with pytest.raises(UsageError, match="the payload of the event is not one") as caught:
        parse_event("pull_request", told)
    assert "GITHUB_EVENT_PATH" in caught.value.hint
    assert len(caught.value.message) < 300


@pytest.mark.parametrize("name", ["pull_request", "pull_request_target"])
def test_a_pull_request_event_without_one_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="tells of no pull request"):
        parse_event(name, "{}")
