"""What a plan would cost, before anything is sent."""

from reviewbot.chunks import Plan
from reviewbot.reviewers.presets import all_models, cost
from reviewbot.stores.prompts import load_prompt
from reviewbot.stores.ranks import load_counter
from reviewbot.wiring.places import today

ANSWER_TOKENS = 300
"""Taken for the answer to one chunk when a cost is estimated: 3,000 for ten chunks."""


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
        if facts.price and not facts.is_gone(today())
    }
