"""Reads what an endpoint sent: the model's words and the bill, or a named fault, never a silent nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reviewbot.review import Usage
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault, Kind, sentence
from reviewbot.reviewers.refusals import error_text, is_too_long

Pricing = Callable[[int, int, int], float | None]
"""USD of one call: (prompt, cached, completion tokens) -> cost, None if unknown."""

_MANY_TOKENS = 100_000_000
_MUCH_MONEY = 10_000.0
_CUT_OFF = frozenset({"length", "max_tokens", "model_length"})
_OK = 200


@dataclass(frozen=True, slots=True)
class Completion:
    """What the model wrote, what it cost, and who wrote it: the server's name of the model, "" if untold."""

    content: str
    usage: Usage
    model: str = ""


def read_completion(raw: bytes, pricing: Pricing) -> Completion:
    """Read the body of a 200 response.

    Raises:
        CallFault: it holds no text of the model, or not all of it. Carries the usage where one was told.
    """
    body = _object(raw)
    usage = read_usage(body, pricing)
    choices = body.get("choices")
    if not choices and body.get("error"):
        _refuse_error(error_text(body), usage)
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict):
        raise CallFault("the reply holds no choices", Again.ONCE, usage)
    _refuse_unfinished(choice, usage)
    model = body.get("model")
    return Completion(_content(_message(choice), usage), usage, model if isinstance(model, str) else "")


def read_usage(body: dict[str, Any], pricing: Pricing) -> Usage:
    """The bill, with an unknown cost if it is missing or strange."""
    usage = body.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    prompt, completion = _tokens(usage.get("prompt_tokens")), _tokens(usage.get("completion_tokens"))
    if prompt is None or completion is None:
        return MAYBE_BILLED
    cached = min(_cached(usage), prompt)
    told = _dollars(usage.get("cost"))  # OpenRouter knows what the host behind it took
    return Usage(1, prompt, cached, completion, pricing(prompt, cached, completion) if told is None else told)


def _cached(usage: dict[str, Any]) -> int:
    """Tokens read from the provider's cache, by whichever name it has for them."""
    details = usage.get("prompt_tokens_details")
    places = (
        usage.get("prompt_cache_hit_tokens"),  # DeepSeek
        details.get("cached_tokens") if isinstance(details, dict) else None,  # OpenAI
        usage.get("cached_tokens"),  # Gemini, OpenRouter
        usage.get("cache_read_input_tokens"),  # Anthropic
    )
    return next((count for count in map(_tokens, places) if count is not None), 0)


def _object(raw: bytes) -> dict[str, Any]:
    """Decode a body; blank lines in front are keep-alives."""
    raw = raw.strip()
    if not raw:
        raise CallFault("the server sent an empty body", Again.ALWAYS, MAYBE_BILLED)
    if raw.startswith(b"<"):
        raise CallFault("the server sent HTML instead of JSON", Again.ALWAYS, MAYBE_BILLED)
    try:
        body = json.loads(raw.decode())
    except (ValueError, RecursionError) as error:  # a UnicodeDecodeError is a ValueError
        kind = "UTF-8" if isinstance(error, UnicodeDecodeError) else "whole JSON"
        raise CallFault(f"the server's body is not {kind}", Again.ALWAYS, MAYBE_BILLED) from error
    if not isinstance(body, dict):
        raise CallFault("the server's body is not a JSON object", Again.ALWAYS, MAYBE_BILLED)
    return body


def _refuse_error(told: str, usage: Usage) -> None:
    reason = f"the server reports an error: {sentence(told or 'no reason given')}"
    if is_too_long(_OK, None, told):
        raise CallFault(reason, Again.NEVER, usage, kind=Kind.OVERFLOW)
    raise CallFault(reason, Again.ALWAYS, usage)


def _refuse_unfinished(choice: dict[str, Any], usage: Usage) -> None:
    reason = str(choice.get("finish_reason")).lower()
    if reason in _CUT_OFF:
        told = f" after {usage.completion_tokens:,} tokens" if usage.completion_tokens else ""
        words = _text(_message(choice).get("content"))
        raise CallFault(
            f"the reply was cut off{told}", Again.NEVER, usage, kind=Kind.TRUNCATED, content=words
        )
    if reason == "content_filter":
        raise CallFault("the provider's content filter withheld the reply", Again.ONCE, usage)
    if reason in {"insufficient_system_resource", "error"}:
        raise CallFault("the provider broke off amid the reply", Again.ALWAYS, usage)


def _message(choice: dict[str, Any]) -> dict[str, Any]:
    message = choice.get("message")
    return message if isinstance(message, dict) else {}


def _content(message: dict[str, Any], usage: Usage) -> str:
    refusal, content = message.get("refusal"), _text(message.get("content"))
    if isinstance(refusal, str) and refusal.strip():
        raise CallFault(f"the model refused: {sentence(refusal)}", Again.ONCE, usage)
    if content.strip("\ufeff\0 \t\r\n"):
        return content
    if message.get("tool_calls"):
        raise CallFault("the model called tools instead of answering", Again.ONCE, usage)
    raise CallFault("the model's reply is empty", Again.ONCE, usage)


def _text(content: object) -> str:
    """The words of a message, which some servers send in parts; "" if there are none."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        content = "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""


def _dollars(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and isinstance(value, int | float) and 0 <= value < _MUCH_MONEY else None


def _tokens(value: object) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MANY_TOKENS
    return value if is_count and isinstance(value, int) else None
