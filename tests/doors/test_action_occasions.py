"""Which event asks for which review, and which ends without one, and how."""

import pytest

from reviewbot.doors.job import Inputs, Runner
from reviewbot.doors.occasion import (
    Everything,
    Nothing,
    Numbered,
    Pushed,
    Subject,
    occasion_of,
    refuse_unsafe_checkout,
)
from reviewbot.errors import UsageError
from reviewbot.forge.event import Event

HEAD, BASE = "a" * 40, "b" * 40


def pull(action: str, **more: object) -> Event:
    told: dict[str, object] = {"number": 7, "head_sha": HEAD, "base_ref": "main", "repo": "octo/shop"}
    return Event("pull_request", action, **(told | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("action", ["opened", "synchronize", "reopened", "ready_for_review"])
def test_what_brings_commits_to_a_pull_request_is_read(action: str) -> None:
    assert occasion_of(pull(action, fork=True), "", None) == Subject("octo/shop", 7, HEAD, "main", fork=True)


@pytest.mark.parametrize("action", ["closed", "converted_to_draft", "locked"])
def test_what_is_over_is_left_alone(action: str) -> None:
    assert isinstance(occasion_of(pull(action), "octo/shop", None), Nothing)


@pytest.mark.parametrize("action", ["edited", "labeled", "assigned", "", "some_day"])
def test_an_action_that_brings_nothing_never_turns_a_red_check_green(action: str) -> None:
    with pytest.raises(UsageError, match="nothing new to read") as raised:
        occasion_of(pull(action), "octo/shop", None)
    assert "types: [" in raised.value.hint


@pytest.mark.parametrize("name", ["issue_comment", "workflow_run", "merge_group", "release"])
def test_other_events_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match=name):
        occasion_of(Event(name), "octo/shop", None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"ref": "refs/heads/x", "before": BASE, "head_sha": HEAD}, Pushed(BASE, HEAD)),
        ({"ref": "refs/heads/x", "head_sha": HEAD, "default_branch": "main"}, Pushed("main", HEAD)),
        ({"ref": "refs/heads/main", "head_sha": HEAD, "default_branch": "main"}, Everything()),
        ({"ref": "refs/heads/x", "before": BASE}, Nothing("the branch was deleted")),
        ({"ref": "refs/tags/v1", "head_sha": HEAD}, Nothing("refs/tags/v1 is no branch")),
    ],
)
def test_a_push(told: dict[str, str], expected: object) -> None:
    assert occasion_of(Event("push", **told), "octo/shop", None) == expected  # type: ignore[arg-type]


def test_a_schedule_reads_everything_and_a_person_may_name_a_pull_request() -> None:
    assert occasion_of(Event("schedule"), "octo/shop", None) == Everything()
    assert occasion_of(Event("workflow_dispatch"), "octo/shop", None) == Everything()
    assert occasion_of(Event("workflow_dispatch"), "octo/shop", 7) == Numbered("octo/shop", 7)


def test_S04_the_repository_is_that_of_the_job_whatever_the_payload_says() -> None:
    subject = occasion_of(pull("opened", repo="x/y"), "octo/shop", 999)
    assert isinstance(subject, Subject)
    assert (subject.repo, subject.number) == ("octo/shop", 7)


@pytest.mark.parametrize(
    ("event", "checked_out", "refused"),
    [
        ("pull_request_target", HEAD, True),
        ("pull_request_target", "c" * 40, True),
        ("pull_request_target", BASE, False),
        ("pull_request_target", None, False),
        ("pull_request", HEAD, False),
    ],
)
def test_S29_only_the_base_may_lie_beside_secrets(
    event: str, checked_out: str | None, *, refused: bool
) -> None:
    if refused:
        with pytest.raises(UsageError, match="secrets") as raised:
            refuse_unsafe_checkout(event, HEAD, checked_out, BASE)
        assert "https://" in raised.value.hint
    else:
        refuse_unsafe_checkout(event, HEAD, checked_out, BASE)


def test_S29_a_job_that_calls_the_head_its_own_commit_is_refused_too() -> None:
    with pytest.raises(UsageError, match="secrets"):
        refuse_unsafe_checkout("pull_request_target", HEAD, HEAD, HEAD)


def test_an_empty_input_is_as_if_it_were_not_there() -> None:
    inputs = Inputs.of({"INPUT_MODEL": "", "INPUT_FAIL_ON": " high ", "INPUT_COMMENT": "False"})
    assert inputs.settings == {"fail_on": "high"}
    assert not inputs.is_on("comment", default=True)
    assert inputs.is_on("sarif", default=True)


@pytest.mark.parametrize("value", ["no", "1", "yes", "truee"])
def test_a_boolean_is_true_or_false(value: str) -> None:
    with pytest.raises(UsageError, match="fail-on-incomplete"):
        Inputs.of({"INPUT_FAIL_ON_INCOMPLETE": value}).is_on("fail_on_incomplete", default=True)


@pytest.mark.parametrize("value", ["one", "0", "-1", "1.5", "\u0661"])
def test_a_pull_request_has_a_number(value: str) -> None:
    with pytest.raises(UsageError, match="pull-request"):
        _ = Inputs.of({"INPUT_PULL_REQUEST": value}).number
    assert Inputs.of({"INPUT_PULL_REQUEST": "#17"}).number == 17


def test_the_key_leaves_the_inputs_for_its_own_variable() -> None:
    environ = {"INPUT_API_KEY": "sk-1", "PATH": "/bin"}
    inputs = Inputs.of(environ)
    assert inputs.environ(environ) == {"REVIEWBOT_API_KEY": "sk-1", "PATH": "/bin"}
    assert "sk-1" not in repr(inputs) + repr(inputs.settings)


def test_outside_of_a_job_there_is_no_event() -> None:
    with pytest.raises(UsageError, match="GITHUB_EVENT_NAME"):
        Runner.of({})
