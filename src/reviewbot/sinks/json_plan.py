"""The JSON of a plan: which lines would be read in which request, which would not, and what it would cost."""

from reviewbot.chunks import Chunk
from reviewbot.report import totals
from reviewbot.sinks.forecast import Forecast
from reviewbot.sinks.json_rows import Row, dump, gap_rows, target_row
from reviewbot.spans import Side

SCHEMA = "reviewbot/plan/v1"


def render_plan_json(forecast: Forecast, *, show_text: bool = False) -> str:
    """The plan as JSON text, riskiest chunk first; `show_text` adds what each request would send."""
    plan = forecast.plan
    return dump(
        {
            "schema": SCHEMA,
            "target": target_row(forecast.target),
            "chunks": [_chunk(chunk, show_text=show_text) for chunk in plan.chunks],
            "gaps": gap_rows(plan.gaps),
            "totals": totals(plan),
            "cost": {model: {"usd": usd} for model, usd in forecast.cheapest_first},
            "prices_as_of": forecast.facts.prices_as_of,
            "notes": list(forecast.facts.notes),
        }
    )


def extent(chunk: Chunk) -> tuple[Side, int, int]:
    """First and last line that a chunk shows: of the new side, or of the old one if it shows nothing else."""
    numbers = [row.number for row in chunk.rows if row.side is Side.NEW]
    side = Side.NEW if numbers else Side.OLD
    numbers = numbers or [row.number for row in chunk.rows]
    return side, min(numbers, default=0), max(numbers, default=0)


def _chunk(chunk: Chunk, *, show_text: bool) -> Row:
    _, start, end = extent(chunk)
    row = {
        "id": chunk.id,
        "path": chunk.path,
        "language": chunk.language,
        "symbol": chunk.symbol,
        "start": start,
        "end": end,
        "tokens": chunk.tokens,
        "risk": chunk.risk,
        "owns": [[span.side.value, n] for span in chunk.owns for n in range(span.start, span.end + 1)],
    }
    return row | {"text": chunk.text} if show_text else row
