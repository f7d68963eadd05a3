"""A plan and what it would cost: what `reviewbot plan` shows before anything is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewbot.chunks import Plan
from reviewbot.diff import Target
from reviewbot.report import Facts


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would be read; `costs` are dollars for each model, None where a price is not known."""

    target: Target
    plan: Plan
    costs: Mapping[str, float | None] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)

    @property
    def cheapest_first(self) -> tuple[tuple[str, float | None], ...]:
        """Models by price, those without one last."""
        unknown = float("inf")
        return tuple(
            sorted(self.costs.items(), key=lambda cost: (unknown if cost[1] is None else cost[1], cost[0]))
        )
