"""An endpoint says once what it does not take."""

from typing import Any

import pytest

from fakes.asking import known, put
from fakes.model_server import Answer, Request, Script, completion, error
from reviewbot.reviewers.faults import CallFault, Refused
from reviewbot.reviewers.parameters import Parameters
from reviewbot.reviewers.question import Answer as Answered

SCHEMA = {"type": "json_schema", "json_schema": {"name": "x"}}
OBJECT = {"type": "json_object"}
BODY: dict[str, Any] = {
    "model": "m",
    "messages": [],
    "max_tokens": 9,
    "temperature": 0,
    "response_format": SCHEMA,
}


def after(*refused: str) -> dict[str, Any]:
    parameters = Parameters()
    for name in refused:
        assert parameters.learn(parameters.fit(BODY), Refused("no", f"no '{name}' here", None))
    return parameters.fit(BODY)


def without(*names: str, **more: object) -> dict[str, Any]:
    return {name: value for name, value in BODY.items() if name not in names} | more


@pytest.mark.parametrize(
    ("refused", "left"),
    [
        ([], BODY),
        (["temperature"], without("temperature")),
        (["response_format"], without(response_format=OBJECT)),
        (["response_format", "response_format"], without("response_format")),
        (["max_tokens"], without("max_tokens", max_completion_tokens=9)),
        (["max_tokens", "max_completion_tokens"], without("max_tokens")),
        (["temperature", "max_tokens"], without("temperature", "max_tokens", max_completion_tokens=9)),
    ],
)
def test_what_is_left_after_refusals(refused: list[str], left: dict[str, Any]) -> None:
    assert after(*refused) == left


def test_a_refusal_of_something_that_was_not_sent_teaches_nothing() -> None:
    parameters = Parameters()
    assert not parameters.learn(BODY, Refused("no", "'seed' is not supported", None))
    assert not parameters.learn(BODY, Refused("no", "the model is bad, and so are the messages", None))
    assert parameters.dropped == ()


def test_the_body_that_is_given_stays_as_it_is() -> None:
    before = dict(BODY)
    after("temperature", "max_tokens", "response_format")
    assert before == BODY


def refuses(*names: str, told: str = "Unsupported parameter: '{}'", status: int = 400) -> Script:
    """A server that refuses any request with one of these in it, one at a time."""

    def script(request: Request) -> Answer:
        bad = next((name for name in names if name in request.body), None)
        return error(status, told.format(bad)) if bad else completion("{}")

    return script


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("temperature", "gpt-4o"),
        ("seed", "gpt-4o"),
        ("thinking", "deepseek-flash"),
        ("reasoning_effort", "gpt-6.1-sol"),
        ("response_format", "gpt-4o"),
        ("max_completion_tokens", "gpt-4o"),
    ],
)
@pytest.mark.parametrize("status", [400, 422])
def test_what_an_endpoint_refuses_is_dropped_once_and_for_all(name: str, model: str, status: int) -> None:
    told = put(refuses(name, status=status), 5, facts=known(model), concurrency=1, attempts=1)
    assert all(isinstance(answer, Answered) for answer in told.answers)
    refused = [request for request in told.requests if name in request.body]
    assert len(refused) == (2 if name == "response_format" else 1)
    assert len(told.requests) == 5 + len(refused)
    assert told.caller.dropped[-1] == name


def test_a_schema_becomes_any_object_first() -> None:
    def script(request: Request) -> Answer:
        if request.body["response_format"]["type"] == "json_schema":
            return error(400, "This response_format type is unavailable now")
        return completion("{}")

    told = put(script, 3, facts=known("gpt-4o"), concurrency=1)
    kinds = [request.body["response_format"]["type"] for request in told.requests]
    assert kinds == ["json_schema", "json_object", "json_object", "json_object"]
    assert told.caller.dropped == ("json_schema",)


def test_the_limit_on_the_output_goes_by_its_other_name() -> None:
    told = put(refuses("max_completion_tokens"), facts=known("gpt-4o"))
    first, second = (request.body for request in told.requests)
    assert second["max_tokens"] == first["max_completion_tokens"]


def test_several_refusals_cost_one_call_each_and_no_attempt() -> None:
    told = put(refuses("temperature", "seed", "response_format"), facts=known("gpt-4o"), attempts=1)
    assert told.answer.usage.calls == len(told.requests) == 5


def test_many_calls_at_once_learn_it_together() -> None:
    script = refuses("temperature")
    told = put(lambda request: script(request).later(0.05), 20, facts=known("gpt-4o"), concurrency=4)
    assert len(told.requests) == 24
    assert told.caller.dropped == ("temperature",)


def test_a_server_that_refuses_the_same_thing_for_ever_is_asked_no_more() -> None:
    told = put(error(400, "temperature is wrong, and will be"), facts=known("gpt-4o"))
    assert isinstance(told.fault, CallFault)
    assert len(told.requests) == 2
    assert "temperature is wrong" in told.fault.message
