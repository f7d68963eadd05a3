"""What a plan would cost, before anything is sent."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reviewbot.reviewers.presets import ModelFacts, all_models, cost, find_model, priced
from reviewbot.stores.factors import expected_factor
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import load_counter
from reviewbot.wiring.places import today
from reviewbot.wiring.shelf import open_shelf

ANSWER_TOKENS = 300
"""Taken for the answer to one chunk when a cost is estimated: 3,000 for ten chunks."""


def forecast_costs(
    totals: Mapping[str, int],
    cache: str | None,
    prices: Mapping[str, Sequence[float]] = MappingProxyType({}),
) -> dict[str, float | None]:
    """What reading `chunks` with `tokens` in all would cost on each model that has a price and is served.

    No key is needed. `prices` are a person's own, also for models that have no facts. Tokens are counted as
    the models' bills of earlier runs say, where the `cache` holds any. Testing what is found is not in it.
    """
    shelf = open_shelf(cache, _silent)
    system = load_counter()(load_prompt("review").text)
    calls, chunk_tokens = totals["chunks"], totals["tokens"]
    costs = {}
    unknown = (ModelFacts(name, "") for name in prices if not find_model(name))
    for facts in (priced(model, prices) for model in (*all_models(), *unknown)):
        if facts.price and not facts.is_gone(today()):
            factor = expected_factor(facts.token_factor, shelf.factors.learned(facts.name) if shelf else None)
            tokens = round((calls * system + chunk_tokens) * factor)
            costs[facts.name] = cost(facts, tokens, 0, calls * ANSWER_TOKENS)
    if shelf:
        shelf.close()
    return costs


def _silent(_: str) -> None:
    """A plan promises nothing of what is kept."""
