"""What a sweep would read and cost, for people and for scripts."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from reviewbot.sinks import wording
from reviewbot.sinks.escape import visible
from reviewbot.sinks.json_rows import dump

SCHEMA = "reviewbot/survey/v1"


def render_survey(
    totals: Mapping[str, int], costs: Mapping[str, float | None], failures: Sequence[str] = ()
) -> str:
    """Totals as of a plan, then models with what reading everything once would cost, the cheapest first."""
    lines = wording.count(totals.get("changed_lines", 0), "line")
    size = f"{wording.count(totals.get('chunks', 0), 'chunk')}, {totals.get('tokens', 0):,} tokens"
    skipped = totals.get("skipped_lines", 0)
    said = [
        f"Would read {totals.get('owned_lines', 0):,} of {lines} in {totals.get('files', 0):,} files: {size}",
        *([f"{skipped:,} lines are skipped by policy"] if skipped else []),
        *(
            f"could not count: {visible(reason)} ({len(list(same))} times)"
            for reason, same in groupby(failures)
        ),
    ]
    known = sorted((usd, model) for model, usd in costs.items() if usd is not None)
    width = max((len(model) for _, model in known), default=0)
    rows = [f"  {model:<{width}}  {wording.money(usd):>10}" for usd, model in known]
    title = ["", "Reading it all once would cost about"] if rows else []
    return "\n".join((*said, *title, *rows, ""))


def render_survey_json(
    totals: Mapping[str, int], costs: Mapping[str, float | None], failures: Sequence[str] = ()
) -> str:
    """The same as JSON text."""
    cost = {model: {"usd": usd} for model, usd in sorted(costs.items())}
    return dump({"schema": SCHEMA, "totals": dict(totals), "cost": cost, "failures": list(failures)})
