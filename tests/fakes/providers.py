"""Each provider acted out by its contract: it refuses, ignores, cuts and bills as the real one documents.

provider = Provider(CONTRACTS["deepseek/deepseek-flash"])
ask(provider, facts=known("deepseek-flash"))
assert provider.remarks == []
"""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from fakes.asking import CODE
from fakes.contracts import Contract, Temperature
from fakes.model_server import Answer, Request, as_json, item

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MONDAY_PEAK = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
WORDS = 80
"""Tokens of the answer itself."""

_ALWAYS = frozenset({"model", "messages", "temperature", "response_format"})
_THOUGHTS = {"none": 0, "low": 400, "medium": 8_000, "high": 16_000}
_BOUNDS = {"minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern"}


class Refusal(Exception):  # noqa: N818 - what the provider answers, not an error of ours
    """The provider answers with an error."""

    def __init__(self, message: str, parameter: str | None = None, status: int = 400) -> None:
        super().__init__(message)
        self.message, self.parameter, self.status = message, parameter, status


@dataclass
class Provider:
    """A script for the model server that holds to a model's contract.

    `remarks` are what it took without a word although no good client sends it; `billed` is what it charges.
    """

    contract: Contract
    now: datetime = MONDAY_NOON
    remarks: list[str] = field(default_factory=list)
    billed: float = 0.0

    def __call__(self, request: Request) -> Answer:
        """Answer as documented."""
        try:
            return self._answer(request.body)
        except Refusal as refusal:
            return self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> Answer:
        told = {"message": refusal.message, "type": "invalid_request_error", "param": refusal.parameter}
        body: object = {"error": {**told, "code": None}}
        return as_json([body] if self.contract.errors_in_a_list else body, refusal.status)

    def _answer(self, body: dict[str, Any]) -> Answer:
        if self.contract.gone:
            raise Refusal(self.contract.gone[1], status=self.contract.gone[0])
        self._check_messages(body["messages"])
        self._check_fields(body)
        self._check_format(body)
        thoughts = self._thoughts(body)
        self._check_temperature(body, thinks=thoughts > 0)
        prompt = prompt_tokens(body)
        room = self._room(body)
        if prompt + room > self.contract.context:
            prompt, room = self._overflow(prompt, room)
        spent = min(thoughts + WORDS, room)
        return self._complete(body, prompt, spent, whole=thoughts + WORDS <= room)

    def _check_messages(self, messages: list[dict[str, str]]) -> None:
        if [message["role"] for message in messages] != ["system", "user"]:
            raise Refusal("System message must be at the beginning, and there may be one only.")

    def _check_fields(self, body: dict[str, Any]) -> None:
        contract = self.contract
        heeded = _ALWAYS | contract.limits | contract.fields
        for name in body.keys() & contract.refuses:
            instead = " Use 'max_completion_tokens' instead." if name == "max_tokens" else ""
            raise Refusal(f"Unsupported parameter: '{name}' is not supported with this model.{instead}", name)
        for name in sorted(body.keys() - heeded):
            if contract.errors_in_a_list:
                raise Refusal(f'Invalid JSON payload received. Unknown name "{name}": Cannot find field.')
            if contract.strict:
                raise Refusal(f"Unrecognized request argument supplied: {name}", name)
            self.remarks.append(f"{name} is ignored")
        if contract.tells_cost and not body.get("provider", {}).get("require_parameters"):
            self.remarks.append("parameters may be lost on the way")

    def _check_format(self, body: dict[str, Any]) -> None:
        kind = body.get("response_format", {}).get("type")
        if kind in self.contract.refuses:
            raise Refusal("This response_format type is unavailable now")
        if kind and kind not in self.contract.formats:
            self.remarks.append(f"{kind} is ignored")
        best = self.contract.formats[:1]
        if best and kind != best[0]:
            self.remarks.append(f"the reply could be bound by {best[0]}")
        if kind == "json_object" and "json" not in json.dumps(body["messages"]).lower():
            raise Refusal("'messages' must contain the word 'json' in some form, to use 'json_object'.")
        if kind == "json_schema":
            _check_schema(body["response_format"]["json_schema"]["schema"])

    def _thoughts(self, body: dict[str, Any]) -> int:
        """Tokens that it thinks before it answers."""
        contract = self.contract
        if "thinking" in contract.fields:
            if body.get("thinking", {}).get("type") == "disabled":
                return 0
            self.remarks.append("thinks by default")
            return 1_000_000
        if not contract.efforts:
            return 0
        effort = body.get("reasoning_effort", contract.efforts[0])
        if effort not in contract.efforts:
            raise Refusal(
                f"Unsupported value: 'reasoning_effort' does not support '{effort}' with this model.",
                "reasoning_effort",
            )
        if _THOUGHTS[effort] > min(_THOUGHTS[least] for least in contract.efforts):
            self.remarks.append("thinks more than it has to")
        return _THOUGHTS[effort]

    def _check_temperature(self, body: dict[str, Any], *, thinks: bool) -> None:
        told, rule = body.get("temperature"), self.contract.temperature
        is_refused = rule is Temperature.REFUSED or (rule is Temperature.REFUSED_WHILE_THINKING and thinks)
        if told is not None and is_refused:
            raise Refusal(
                f"Unsupported value: 'temperature' does not support {told} with this model. "
                "Only the default (1) value is supported.",
                "temperature",
            )
        if told is not None and rule is Temperature.IGNORED_WHILE_THINKING and thinks:
            self.remarks.append("temperature is ignored while thinking")
        if told is not None and told < 1 and rule is Temperature.DEGRADES:
            self.remarks.append("answers degrade below temperature 1")
        if told != 0 and not is_refused and rule not in {Temperature.DEGRADES, Temperature.VARIES}:
            self.remarks.append("temperature 0 is not used")

    def _room(self, body: dict[str, Any]) -> int:
        limit = next((body[name] for name in sorted(self.contract.limits) if name in body), None)
        if limit is None:
            self.remarks.append("the output has no limit")
            return WORDS
        if limit > self.contract.max_output:
            raise Refusal(
                f"max_tokens is too large: {limit}. This model supports at most {self.contract.max_output}."
            )
        return int(limit)

    def _overflow(self, prompt: int, room: int) -> tuple[int, int]:
        context = self.contract.context
        if not self.contract.cuts_silently:
            raise Refusal(
                f"This model's maximum context length is {context} tokens. However, you requested "
                f"{prompt + room} tokens ({prompt} in the messages, {room} in the completion)."
            )
        prompt = min(prompt, context - WORDS)
        return prompt, context - prompt

    def _complete(self, body: dict[str, Any], prompt: int, spent: int, *, whole: bool) -> Answer:
        cached = prompt // 2 if self.contract.cached_in else 0
        charged = self._charge(prompt - cached, cached, spent)
        usage = _usage(self.contract, prompt, cached, spent)
        if self.contract.tells_cost:
            usage["cost"] = charged
        reply = _words(bound="response_format" in body and bool(self.contract.formats)) if whole else ""
        choice = {
            "index": 0,
            "finish_reason": "stop" if whole else "length",
            "message": {"role": "assistant", "content": reply},
        }
        done = as_json({"id": "1", "object": "chat.completion", "choices": [choice], "usage": usage})
        return replace(done, blank_lines=self.contract.blank_lines)

    def _charge(self, fresh: int, cached: int, completion: int) -> float:
        if self.contract.price is None:
            return 0.0
        _, hit, out, written = self.contract.price
        factor = self.contract.peak_factor if self.now == MONDAY_PEAK else 1.0
        charged = factor * (fresh * written + cached * hit + completion * out) / 1_000_000
        self.billed += charged
        return charged


def prompt_tokens(body: dict[str, Any]) -> int:
    """What a request comes to, about."""
    return sum(len(message["content"]) for message in body["messages"]) // 4


def _usage(contract: Contract, prompt: int, cached: int, completion: int) -> dict[str, Any]:
    """The bill, with cached tokens where this provider tells them."""
    usage: dict[str, Any] = {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
    }
    match contract.cached_in.split("."):
        case [name] if name:
            usage |= {name: cached, "prompt_cache_miss_tokens": prompt - cached}
        case [group, name]:
            usage[group] = {name: cached}
    return usage


def _words(*, bound: bool) -> str:
    """One finding; who is not bound to JSON talks around it."""
    reply = json.dumps({"analysis": "As planted.", "findings": [item(CODE)]})
    return reply if bound else f"Here is my review:\n\n```json\n{reply}\n```\n\nStay safe!"


def _check_schema(schema: dict[str, Any]) -> None:
    """Refuse what strict schemas may not have."""
    if bounds := _BOUNDS & schema.keys():
        raise Refusal(f"Invalid schema for response_format: {min(bounds)!r} is not permitted.")
    if schema.get("type") == "object" and (
        set(schema["required"]) != set(schema["properties"])
        or schema.get("additionalProperties") is not False
    ):
        raise Refusal("Invalid schema for response_format: every key is required, and no other allowed.")
    for inner in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
        _check_schema(inner)
