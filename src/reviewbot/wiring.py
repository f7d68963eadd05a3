"""From settings to concrete classes: the only file that knows them all."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_cache_path

from reviewbot import __version__
from reviewbot.chunks import Counter, Limits, Plan
from reviewbot.errors import Unavailable
from reviewbot.report import Facts, Sink
from reviewbot.review import Reviewer
from reviewbot.reviewers.absent import AbsentReviewer
from reviewbot.reviewers.caller import Caller, Pace
from reviewbot.reviewers.model import ModelReviewer
from reviewbot.reviewers.presets import ModelFacts, all_models, cost, facts_as_of, find_model
from reviewbot.reviewers.static import build_static, is_cold
from reviewbot.settings import Engine, Settings, is_loopback
from reviewbot.sinks.json_report import JsonSink
from reviewbot.sinks.markdown import MarkdownSink
from reviewbot.sinks.output import Destination
from reviewbot.sinks.terminal import TerminalSink
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import TokenCounter, load_counter

ANSWER_TOKENS = 300
"""Taken for the answer to one chunk when a cost is estimated: 3,000 for ten chunks."""

NO_VARIABLE = ""
"""No variable has this name, so a model without a key variable finds no key."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review works with."""

    reviewers: tuple[Reviewer, ...]
    limits: Limits
    count: Counter
    facts: Facts
    cold: bool
    """The static engine has to compile its secret rules first, which takes seconds."""


def set_up(settings: Settings, environ: Mapping[str, str]) -> Desk:
    """Build everything that a review with these settings needs; light, nothing is connected yet."""
    endpoint = find_endpoint(settings, environ)
    counter = load_counter(endpoint.facts.token_factor)
    cache = _cache()
    by_static = settings.engine is not Engine.MODEL
    # Without a key `auto` does without the model, and says so; a model that does not exist is a mistake.
    by_model = settings.engine in {Engine.MODEL, Engine.BOTH} or (
        settings.engine is Engine.AUTO and not endpoint.lacks_key
    )
    model = (_model(settings, endpoint),) if by_model else ()
    return Desk(
        reviewers=(*model, *(build_static(cache) if by_static else ())),
        limits=counter.limits(Limits(settings.max_chunk_tokens, settings.pack_tokens)),
        count=counter,
        facts=_facts(endpoint, counter, by_model=by_model, auto=settings.engine is Engine.AUTO),
        cold=by_static and is_cold(cache),
    )


def forecast_costs(plan: Plan) -> dict[str, float | None]:
    """What reading a plan would cost on each model that has a price and is still served; no key is needed."""
    system = load_counter()(load_prompt("review").text)
    chunk_tokens = sum(chunk.tokens for chunk in plan.chunks)
    calls = len(plan.chunks)
    return {
        facts.name: cost(
            facts, round((calls * system + chunk_tokens) * facts.token_factor), 0, calls * ANSWER_TOKENS
        )
        for facts in all_models()
        if facts.price and not _is_gone(facts)
    }


def make_sink(kind: str, to: Destination, *, verbose: bool, color: bool) -> Sink:
    """The sink for `--format kind`."""
    if kind == "json":
        return JsonSink(to)
    if kind == "markdown":
        return MarkdownSink(to)
    return TerminalSink(to, color=color, verbose=verbose)


class NoKey(Unavailable):
    """The model is there, but the environment holds no key for it."""


@dataclass(frozen=True, slots=True)
class ModelEndpoint:
    """The model that settings name, its place and key; `missing` says why it cannot be asked."""

    facts: ModelFacts
    base_url: str
    key: str = field(repr=False)
    missing: Unavailable | None

    @property
    def lacks_key(self) -> bool:
        """Whether a key is all that is missing."""
        return isinstance(self.missing, NoKey)


def find_endpoint(settings: Settings, environ: Mapping[str, str]) -> ModelEndpoint:
    """Where the model is and how to get in; no network."""
    known = find_model(settings.model)
    facts = known or ModelFacts(settings.model, settings.base_url or "")
    base_url = settings.base_url or facts.base_url
    key = (
        settings.api_key.get_secret_value()
        if settings.api_key
        else environ.get(facts.key_env or NO_VARIABLE, "")
    )
    return ModelEndpoint(facts, base_url, key, _missing(facts, base_url, key))


def _missing(facts: ModelFacts, base_url: str, key: str) -> Unavailable | None:
    """Why a model cannot be asked, None if it can."""
    if not base_url:
        names = ", ".join(model.name for model in all_models() if not _is_gone(model))
        return Unavailable(
            f"nothing is known of the model {facts.name!r}", f"give its --base-url, or one of: {names}"
        )
    if _is_gone(facts) and base_url == facts.base_url:
        return Unavailable(
            f"the model {facts.name!r} was switched off on {facts.retires}",
            f"use --model {facts.replaced_by}" if facts.replaced_by else "use another --model",
        )
    if not key and not is_loopback(base_url):
        variables = " or ".join(filter(None, (facts.key_env, "REVIEWBOT_API_KEY")))
        return NoKey(
            f"there is no key for the model {facts.name!r}",
            f"set {variables}, or review without a model: --engine static",
        )
    return None


def _cache() -> Path:
    """Where compiled rules are kept; the scanner itself refuses a folder that others may write to."""
    try:
        return user_cache_path("reviewbot")
    except RuntimeError:  # no HOME and no entry for this user, as in some containers
        return Path(tempfile.gettempdir()) / f"reviewbot-{os.getuid()}"


def _is_gone(facts: ModelFacts) -> bool:
    return facts.retires is not None and facts.retires <= datetime.now(UTC).date()


def _model(settings: Settings, endpoint: ModelEndpoint) -> Reviewer:
    if endpoint.missing:
        return AbsentReviewer("model", endpoint.missing)
    pace = Pace(settings.concurrency, settings.attempts, settings.call_deadline, settings.deadline)
    caller = Caller(endpoint.facts, endpoint.key or "none", endpoint.base_url, pace)
    return ModelReviewer(caller, load_prompt("review").text)


def _facts(endpoint: ModelEndpoint, counter: TokenCounter, *, by_model: bool, auto: bool) -> Facts:
    model = endpoint.facts if by_model else None
    notes = []
    if auto and not by_model and endpoint.missing:
        notes.append(f"No model was asked: {endpoint.missing.message} ({endpoint.missing.hint}).")
    if not by_model:
        notes.append("The static engine looks at added code; what a change removes, only a model reads.")
    if not counter.exact:
        notes.append(f"Token counts are an upper bound: {counter.name}.")
    if model and model.retires and not _is_gone(model):
        notes.append(f"The model {model.name} is switched off on {model.retires}; next: {model.replaced_by}.")
    return Facts(
        version=__version__,
        model=model.name if model else None,
        prompt_sha256=load_prompt("review").sha256 if model else None,
        prices_as_of=facts_as_of().isoformat(),
        notes=tuple(notes),
    )
