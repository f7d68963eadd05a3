"""What a plan would cost, before anything is sent."""

from reviewbot.chunks import Plan
from reviewbot.reviewers.presets import all_models, cost
from reviewbot.stores.factors import expected_factor
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import load_counter
from reviewbot.wiring.places import today
from reviewbot.wiring.shelf import open_shelf

ANSWER_TOKENS = 300
"""Taken for the answer to one chunk when a cost is estimated: 3,000 for ten chunks."""


def forecast_costs(plan: Plan, cache: str | None) -> dict[str, float | None]:
    """What reading a plan would cost on each model that has a price and is still served; no key is needed.

    Tokens are counted as the models' bills of earlier runs say, where the `cache` holds any.
    """
    shelf = open_shelf(cache, _silent)
    system = load_counter()(load_prompt("review").text)
    chunk_tokens = sum(chunk.tokens for chunk in plan.chunks)
    calls = len(plan.chunks)
    costs = {}
    for facts in all_models():
        if facts.price and not facts.is_gone(today()):
            factor = expected_factor(facts.token_factor, shelf.factors.learned(facts.name) if shelf else None)
            tokens = round((calls * system + chunk_tokens) * factor)
            costs[facts.name] = cost(facts, tokens, 0, calls * ANSWER_TOKENS)
    if shelf:
        shelf.close()
    return costs


def _silent(_: str) -> None:
    """A plan promises nothing of what is kept."""
