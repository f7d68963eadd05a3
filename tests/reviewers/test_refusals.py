"""What servers say when they refuse, in their own words."""

import pytest

from reviewbot.reviewers.refusals import error_text, is_too_long, named, names_no_model

SENT = ["max_tokens", "temperature", "seed", "response_format", "thinking", "provider", "reasoning_effort"]


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (400, "context_length_exceeded", "Please reduce the length of the messages."),
        (400, None, "This model's maximum context length is 131072 tokens. However, you requested 140000."),
        (400, None, "prompt is too long: 210000 tokens > 200000 maximum"),
        (400, None, "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000"),
        (
            400,
            None,
            "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        ),
        (
            400,
            None,
            "This endpoint's maximum context length is 32768 tokens. However, you requested about 9.",
        ),
        (400, None, "The decoder prompt (length 5000) is longer than the maximum model length of 4096."),
        (400, None, "the request exceeds the available context size, try increasing it"),
        (400, None, "the input length exceeds the context length"),
        (400, None, "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768"),
        (400, None, "Input tokens exceed the configured limit of 272000 tokens."),
        (413, None, "Request Entity Too Large"),
        (413, None, ""),
        (422, None, "Input is too long for requested model."),
        (429, "rate_limit_exceeded", "Request too large for gpt-4o on tokens per min (TPM): Limit 30000"),
        (500, "exceed_context_size_error", "nope"),
    ],
)
def test_L07_every_providers_way_to_say_that_a_question_is_too_long(
    status: int, code: str | None, told: str
) -> None:
    assert is_too_long(status, code, told)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (400, "Content exists risk"),
        (429, "Rate limit reached on tokens per min. Limit: 10000 / min. Current: 9000 / min."),
        (429, "This request would exceed your organization's rate limit of 40,000 input tokens per minute"),
        (429, "The input tokens exceed what this organization may use per minute"),
        (504, "context deadline exceeded"),
        (400, f"bad request: {'x' * 1000} maximum context length"),
    ],
)
def test_what_a_shorter_question_would_not_mend(status: int, told: str) -> None:
    assert not is_too_long(status, None, told)


@pytest.mark.parametrize(
    ("param", "told", "name"),
    [
        ("temperature", "Unsupported value", "temperature"),
        ("response_format.json_schema", "Invalid schema", "response_format"),
        ("messages[1].content", "temperature is 7 here", None),
        (None, "Unsupported value: 'temperature' does not support 0 with this model.", "temperature"),
        (None, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens"),
        (None, "temperature: Extra inputs are not permitted", "temperature"),
        (None, "Temperature is deprecated for this model", "temperature"),
        (None, "`temperature` may only be set to 1 when `thinking` is enabled", "temperature"),
        (None, 'Invalid JSON payload received. Unknown name "thinking": Cannot find field.', "thinking"),
        (None, "thinking.type: Input should be 'enabled'", "thinking"),
        (None, "This response_format type is unavailable now", "response_format"),
        (None, "response_format.type `json_schema` is unavailable now", "response_format"),
        (None, "'seed': Extra inputs are not permitted", "seed"),
        (None, "Provider returned error", None),
        (None, "error from provider: no", None),
        (None, "this model is thinking too long", None),
        (None, "seedling", None),
        (None, "Content exists risk", None),
        (None, f"bad request: {'x' * 1000} temperature", None),
    ],
)
def test_the_parameter_that_a_refusal_is_about(param: str | None, told: str, name: str | None) -> None:
    assert named(SENT, param, told) == name


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"error": {"message": "no"}}, "no"),
        ({"error": "no"}, "no"),
        ({"message": "no"}, "no"),
        (
            {"detail": [{"loc": ["body", "seed"], "msg": "not permitted", "type": "x"}]},
            "'seed': not permitted",
        ),
        ({"detail": [{"loc": [], "msg": "no"}]}, "no"),
        ({"detail": [7]}, ""),
        ([{"error": {"message": "no", "code": 400}}], "no"),
        ({"error": {"message": None}}, ""),
        ([], ""),
        (None, ""),
        ("plain", "plain"),
    ],
)
def test_the_sentence_of_an_error_body(body: object, text: str) -> None:
    assert error_text(body) == text


def test_a_model_that_does_not_exist_is_told_from_one_that_does() -> None:
    assert names_no_model(None, "The model `x` does not exist or you do not have access to it.")
    assert names_no_model("model_not_found", "")
    assert not names_no_model(None, "The model is overloaded")
