"""Reads what an endpoint sent: the model's words and the bill, or a named fault, never a silent nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reviewbot.review import Usage
from reviewbot.reviewers.faults import MAYBE_BILLED, Again, CallFault, sentence

Pricing = Callable[[int, int, int], float | None]
"""USD of one call: (prompt, cached, completion tokens) -> cost, None if unknown."""

_MANY_TOKENS = 100_000_000


@dataclass(frozen=True, slots=True)
class Completion:
    """What the model wrote, and what it cost."""

    content: str
    usage: Usage


def read_completion(raw: bytes, pricing: Pricing) -> Completion:
    """Read the body of a 200 response.

    Raises:
        CallFault: it holds no text of the model, or not all of it. Carries the usage where one was told.
    """
    body = _object(raw)
    usage = read_usage(body, pricing)
    choices = body.get("choices")
    if not choices and body.get("error"):
        told = sentence(error_text(body) or "no reason given")
        raise CallFault(f"the server reports an error: {told}", Again.ALWAYS, usage)
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict):
        raise CallFault("the reply holds no choices", Again.ONCE, usage)
    _refuse_unfinished(choice, usage)
    message = choice.get("message")
    return Completion(_content(message if isinstance(message, dict) else {}, usage), usage)


def read_usage(body: dict[str, Any], pricing: Pricing) -> Usage:
    """The bill, with an unknown cost if it is missing or strange."""
    usage = body.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    prompt, completion = _tokens(usage.get("prompt_tokens")), _tokens(usage.get("completion_tokens"))
    if prompt is None or completion is None:
        return MAYBE_BILLED
    details = usage.get("prompt_tokens_details")
    told = details.get("cached_tokens") if isinstance(details, dict) else None
    cached = min(_tokens(usage.get("prompt_cache_hit_tokens", told)) or 0, prompt)
    return Usage(1, prompt, cached, completion, pricing(prompt, cached, completion))


def error_text(body: object) -> str:
    """The sentence of an error body, "" if it has none: `{"error": {"message": ...}}` and its relatives."""
    if isinstance(body, dict):
        return error_text(next((body[key] for key in ("error", "message", "detail") if body.get(key)), ""))
    return body if isinstance(body, str) else ""


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


def _refuse_unfinished(choice: dict[str, Any], usage: Usage) -> None:
    match choice.get("finish_reason"):
        case "length":
            told = f" after {usage.completion_tokens:,} tokens" if usage.completion_tokens else ""
            raise CallFault(f"the reply was cut off{told}", Again.NEVER, usage)
        case "content_filter":
            raise CallFault("the provider's content filter withheld the reply", Again.ONCE, usage)
        case "insufficient_system_resource":
            raise CallFault("the provider ran out of resources amid the reply", Again.ALWAYS, usage)


def _content(message: dict[str, Any], usage: Usage) -> str:
    refusal, content = message.get("refusal"), message.get("content")
    if isinstance(refusal, str) and refusal.strip():
        raise CallFault(f"the model refused: {sentence(refusal)}", Again.ONCE, usage)
    if isinstance(content, list):  # some servers send parts
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        content = "".join(part for part in parts if isinstance(part, str))
    if isinstance(content, str) and content.strip("\ufeff\0 \t\r\n"):
        return content
    if message.get("tool_calls"):
        raise CallFault("the model called tools instead of answering", Again.ONCE, usage)
    raise CallFault("the model's reply is empty", Again.ONCE, usage)


def _tokens(value: object) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MANY_TOKENS
    return value if is_count and isinstance(value, int) else None
