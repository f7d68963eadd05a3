"""What is known of each model: where it is served, what it takes, what it costs. The data: `models.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

SATURDAY = 5

NOTICE_DAYS = 60
"""So long before its end a model's users are warned."""


class JsonLevel(StrEnum):
    """How far an endpoint can be bound to JSON: to a schema, to any object, or by words only."""

    SCHEMA = "schema"
    OBJECT = "object"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Price:
    """USD per 1,000,000 tokens; `write` is for fresh input that goes into a cache, where that costs more."""

    input: float
    cached: float
    output: float
    write: float | None = None


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """One model at one endpoint. The defaults are what is safe to send to an endpoint nobody knows.

    `key_env` is the variable that holds the provider's key, "" where none is needed. `base_url` is "" where
    each customer has an own one, of the form `base_url_form`. `temperature` is what to send, None where
    sending one is an error. `extra` joins the request body; `thinking` says what it makes of the model's
    thinking. `cached_in` is where `usage` tells the cached tokens. `token_factor` times the o200k count
    estimates the model's own. `context` is 0 where it is not known. `as_of` is the day of these facts.
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
    provider: str = ""
    base_url_form: str = ""
    thinking: str = ""
    cached_in: str = ""
    note: str = ""
    as_of: date | None = None

    def is_peak(self, moment: datetime) -> bool:
        """Whether the peak price holds at this moment."""
        utc = moment.astimezone(UTC)
        return utc.weekday() < SATURDAY and any(a <= utc.hour < b for a, b in self.peak_hours_utc)

    def is_gone(self, today: date) -> bool:
        """Whether it is served no more."""
        return self.retires is not None and self.retires <= today


def facts_as_of() -> date:
    """The day on which prices, limits and retirements were looked up, unless a model's `as_of` is another."""
    day: date = _document()["facts_as_of"]
    return day


@cache
def all_models() -> tuple[ModelFacts, ...]:
    """Every model with a name of its own, the default first; also those that are gone."""
    return tuple(_facts(row["provider"], row) for row in _document()["models"])


@cache
def open_models() -> tuple[ModelFacts, ...]:
    """Examples for the providers that serve whatever is named to them, to be asked for as `provider/name`."""
    served = _document()["providers"].items()
    return tuple(_named(provider, name) for provider, facts in served for name in facts.get("examples", ()))


def find_model(name: str) -> ModelFacts | None:
    """What is known of a model by its id, alias, preset or `provider/id`; None if nothing is.

    `ollama/llama3.3` is served by a known provider under a name that has no facts: it has no price unless
    all of the provider's models have one. `ollama` alone is the first of its examples.
    """
    for facts in all_models():
        if name and name in (facts.name, facts.preset, *facts.aliases):
            return facts
    provider, _, model = name.partition("/")
    served = _document()["providers"].get(provider)
    if not served:
        return None
    model = model or ("" if "/" in name else next(iter(served.get("examples", ())), ""))
    return _named(provider, model) if model else None


def priced(facts: ModelFacts, prices: Mapping[str, Sequence[float]]) -> ModelFacts:
    """The facts with a person's own price, if `prices` has one under any name of the model.

    A price is USD per 1,000,000 tokens: fresh input, cached input, output; a fourth figure is the model's
    context in tokens. It holds at all hours, and has no date.
    """
    names = (f"{facts.provider}/{facts.name}", facts.name, *facts.aliases, facts.preset)
    own = next((prices[name] for name in names if name and name in prices), None)
    if own is None:
        return facts
    context = int(own[3]) if len(own) > 3 else facts.context  # noqa: PLR2004 - the docstring counts them
    return replace(facts, price=Price(*own[:3]), peak=None, peak_hours_utc=(), context=context, as_of=None)


def warning(facts: ModelFacts, today: date) -> str:
    """What to know of a model's end, with its successor; "" while that is more than 60 days away."""
    if facts.retires is None or (days := (facts.retires - today).days) > NOTICE_DAYS:
        return ""
    following = f"; use {facts.replaced_by} instead" if facts.replaced_by else ""
    if facts.is_gone(today):
        return f"The model {facts.name} was switched off on {facts.retires}{following}."
    left = "tomorrow" if days == 1 else f"in {days} days"
    return f"The model {facts.name} is switched off on {facts.retires}, {left}{following}."


def cost(
    facts: ModelFacts, prompt_tokens: int, cached_tokens: int, completion_tokens: int, *, peak: bool = False
) -> float | None:
    """USD for one call, None without a price. `cached_tokens` are part of `prompt_tokens`.

    Where writing a cache costs more, all fresh tokens count as written: our prompts are long enough.
    """
    price = (facts.peak if peak else None) or facts.price
    if price is None:
        return None
    fresh = max(prompt_tokens - cached_tokens, 0) * (price.input if price.write is None else price.write)
    return (fresh + cached_tokens * price.cached + completion_tokens * price.output) / 1_000_000


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "models.toml").read_text("utf-8"))


def _named(provider: str, name: str) -> ModelFacts:
    """A provider's own model of that name; else what holds for all that it serves, and for this name."""
    served = _document()["providers"][provider]
    rows = [row for row in _document()["models"] if name in (row["id"], *row.get("aliases", ()))]
    own = next((row for row in rows if row["provider"] == provider), None)
    if own:
        return _facts(provider, own)
    like: Mapping[str, Any] = next((row for row in rows if row["provider"] == served.get("like")), {})
    alike = {key: like[key] for key in like.keys() - {"provider", "preset", "aliases"}}
    basis = _document()["providers"][served["like"]] if like else {}
    return _facts(provider, {**alike, "id": name, **served.get("models", {}).get(name, {})}, basis)


def _facts(provider: str, row: Mapping[str, Any], basis: Mapping[str, Any] | None = None) -> ModelFacts:
    """A row over its provider's facts over the facts of the provider that this one is like."""
    document = _document()
    served = {"base_url": "", **document["providers"][provider]}
    known = {"as_of": document["facts_as_of"], **(basis or {}), **served, **row}
    for key in ("examples", "like", "models"):
        known.pop(key, None)
    known |= {"name": known.pop("id"), "provider": provider, "json": JsonLevel(known["json"])}
    for key in ("price", "peak"):
        if key in known:
            known[key] = Price(*known[key])
    for key in ("aliases", "peak_hours_utc"):
        known[key] = tuple(tuple(item) if isinstance(item, list) else item for item in known.get(key, ()))
    return ModelFacts(**known)
