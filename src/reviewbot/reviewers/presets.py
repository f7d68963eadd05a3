"""What is known of each model: where it is served, what it takes, what it costs. The data: `models.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

SATURDAY = 5


class JsonLevel(StrEnum):
    """How far an endpoint can be bound to JSON: to a schema, to any object, or by words only."""

    SCHEMA = "schema"
    OBJECT = "object"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Price:
    """USD per 1,000,000 tokens."""

    input: float
    cached: float
    output: float


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """One model at one endpoint. The defaults are what is safe to send to an endpoint nobody knows.

    `key_env` is the variable that holds the provider's key, "" where none is needed. `temperature` is what
    to send, None where sending one is an error. `extra` joins the request body. `token_factor` times the
    o200k count estimates the model's own. `context` is 0 where it is not known.
    """

    name: str
    base_url: str
    key_env: str = ""
    preset: str = ""
    aliases: tuple[str, ...] = ()
    context: int = 0
    max_output: int = 4_096
    price: Price | None = None
    peak: Price | None = None
    peak_hours_utc: tuple[tuple[int, int], ...] = ()
    json: JsonLevel = JsonLevel.NONE
    temperature: float | None = None
    limit_name: str = "max_tokens"
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    token_factor: float = 1.10
    retires: date | None = None
    replaced_by: str = ""

    def is_peak(self, moment: datetime) -> bool:
        """Whether the peak price holds at this moment."""
        utc = moment.astimezone(UTC)
        return utc.weekday() < SATURDAY and any(a <= utc.hour < b for a, b in self.peak_hours_utc)


def facts_as_of() -> date:
    """The day on which prices, limits and retirements were looked up."""
    day: date = _document()["facts_as_of"]
    return day


@cache
def all_models() -> tuple[ModelFacts, ...]:
    """Every model with facts, the default first; also names that are gone: they say when, and what came."""
    document = _document()
    return tuple(_facts(document["providers"][row["provider"]], row) for row in document["models"])


def find_model(name: str) -> ModelFacts | None:
    """What is known of a model by its id, alias, preset or `provider/id`; None if nothing is.

    `ollama/llama3.3` is served by a known provider under a name that has no facts: it has no price unless
    all of the provider's models have one.
    """
    for facts in all_models():
        if name and name in (facts.name, facts.preset, *facts.aliases):
            return facts
    provider, _, model = name.partition("/")
    served = _document()["providers"].get(provider)
    if not served or not model:
        return None
    known = next((facts for facts in all_models() if facts.name == model), None)
    is_theirs = known is not None and known.base_url == served["base_url"]
    return known if is_theirs else _facts(served, {"id": model})


def cost(
    facts: ModelFacts, prompt_tokens: int, cached_tokens: int, completion_tokens: int, *, peak: bool = False
) -> float | None:
    """USD for one call, None without a price. `cached_tokens` are part of `prompt_tokens`."""
    price = (facts.peak if peak else None) or facts.price
    if price is None:
        return None
    fresh = max(prompt_tokens - cached_tokens, 0)
    total = fresh * price.input + cached_tokens * price.cached + completion_tokens * price.output
    return total / 1_000_000


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "models.toml").read_text("utf-8"))


def _facts(provider: Mapping[str, Any], row: Mapping[str, Any]) -> ModelFacts:
    known = {**provider, **row}
    known.pop("provider", None)
    known["name"] = known.pop("id")
    known["json"] = JsonLevel(known["json"])
    for key in ("price", "peak"):
        if key in known:
            known[key] = Price(*known[key])
    for key in ("aliases", "peak_hours_utc"):
        known[key] = tuple(tuple(item) if isinstance(item, list) else item for item in known.get(key, ()))
    return ModelFacts(**known)
