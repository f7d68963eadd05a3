"""What the tokens of one model would have cost on another."""

from collections.abc import Iterable

from reviewbot.review import Usage
from reviewbot.reviewers.presets import ModelFacts, cost


def elsewhere(usage: Usage, asked: ModelFacts, models: Iterable[ModelFacts]) -> tuple[tuple[str, float], ...]:
    """USD for the same work on every other of these models that asks money for it, the cheapest first.

    An estimate: tokens by the ratio of both token factors, the same share of the prompt cached, off-peak.
    """
    costs = {
        model.name: usd
        for model in models
        if (model.name, model.base_url) != (asked.name, asked.base_url)
        and (usd := _cost(usage, asked, model))
    }
    return tuple(sorted(costs.items(), key=lambda item: item[1]))


def _cost(usage: Usage, asked: ModelFacts, model: ModelFacts) -> float | None:
    ratio = model.token_factor / asked.token_factor
    tokens = (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens)
    return cost(model, *(round(number * ratio) for number in tokens))
