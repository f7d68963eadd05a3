"""The threads of what is fixed."""

import pytest

from fakes.github import faults
from fakes.github.server import FULL_TOKEN
from reviewbot.spans import GapKind
from sinks import samples
from sinks.github.change import BOT, found
from sinks.github.stage import Stage


@pytest.fixture
def told(stage: Stage) -> Stage:
    """Two findings with a comment each, and another push."""
    stage.post(stage.report(found(10), found(11)))
    stage.pull.push({"readme.md": "hello\n"})
    stage.clear()
    return stage


def resolved(stage: Stage) -> list[str | None]:
    return [thread.resolved_by for thread in stage.pull.threads]


def test_the_thread_of_a_fixed_finding_is_resolved(told: Stage) -> None:
    outcome = told.post(told.report(found(11)), FULL_TOKEN)
    assert resolved(told) == [BOT, None]
    assert (outcome.settled, outcome.remarks) == (1, ())


def test_a_thread_with_an_answer_of_somebody_stays_open(told: Stage) -> None:
    told.pull.reply(told.pull.line_comments[0], "I do not think so.", by="alice")
    told.post(told.report(), FULL_TOKEN)
    assert resolved(told) == [None, BOT]


def test_a_thread_that_somebody_else_began_stays_open(told: Stage) -> None:
    body = told.pull.line_comments[0].body
    told.pull.line_comment(body, by="mallory", path="app.py", line=10)
    told.post(told.report(found(11)), FULL_TOKEN)
    assert resolved(told) == [BOT, None, None]


def test_what_was_not_seen_is_not_fixed(told: Stage) -> None:
    gap = samples.gap("app.py", (10, 11), kind=GapKind.FAILED, by="model", reason="timeout")
    outcome = told.post(told.report(found(11), gaps=(gap,)), FULL_TOKEN)
    assert len(outcome.page.progress.not_seen) == 1  # type: ignore[union-attr]
    assert resolved(told) == [None, None]
    assert not [each for each in told.server.requests if "resolve" in str(each.body)]


def test_a_token_that_may_not_resolve_folds_our_comment_away(told: Stage) -> None:
    outcome = told.post(told.report())
    assert resolved(told) == [None, None]
    assert [bool(one.minimized) for one in told.pull.line_comments] == [True, True]
    assert (outcome.settled, outcome.remarks) == (2, ())
    assert len([each for each in told.server.writes if "resolve" in str(each.body)]) == 1


def test_what_cannot_even_be_folded_is_a_remark(told: Stage) -> None:
    told.server.fail(
        "POST", "/graphql", faults.status(403, "Resource not accessible by integration"), times=99
    )
    outcome = told.post(told.report())
    assert outcome.failure is None
    assert outcome.remarks[0].startswith("Threads of fixed findings stay open: ")


def test_what_a_person_resolved_is_not_resolved_again(told: Stage) -> None:
    told.pull.threads[0].resolved_by = "alice"
    assert told.post(told.report(found(11)), FULL_TOKEN).settled == 0
    assert resolved(told) == ["alice", None]


def test_nothing_fixed_asks_for_no_threads(told: Stage) -> None:
    told.post(told.report(found(10), found(11)), FULL_TOKEN)
    assert not [each for each in told.server.requests if "reviewThreads" in str(each.body)]


def test_threads_can_be_left_alone(told: Stage) -> None:
    told.post(told.report(), FULL_TOKEN, threads=False)
    assert resolved(told) == [None, None]
