"""The models as JSON, for scripts that choose one."""

from dataclasses import asdict

from reviewbot.sinks.json_rows import Row, dump
from reviewbot.sinks.listing import Figures, Listing, ModelRow

SCHEMA = "reviewbot/models/v1"
_MAYBE = ("key_env", "context", "thinking", "cached_in", "retires", "replaced_by", "warning", "as_of", "note")


def render_models_json(listing: Listing) -> str:
    """The listing as JSON text; what is not known is null, and no key is ever in it."""
    return dump(
        {
            "schema": SCHEMA,
            "facts_as_of": listing.as_of,
            "default": listing.default,
            "models": [_row(row) for row in listing.models],
            "any_model_of": [_row(row) for row in listing.examples],
            "notes": list(listing.notes),
        }
    )


def _row(row: ModelRow) -> Row:
    facts = asdict(row)
    endpoint, written = facts.pop("endpoint"), facts.pop("written")
    is_form, is_gone = facts.pop("fill_in"), facts.pop("is_gone")
    known = {name: facts[name] or None for name in _MAYBE}
    return (
        facts
        | known
        | {
            "base_url": None if is_form else endpoint,
            "base_url_form": endpoint if is_form else None,
            "price": _prices(row.price, written),
            "peak": _prices(row.peak, None),
            "state": "gone" if is_gone else "retiring" if row.warning else "live",
        }
    )


def _prices(figures: Figures | None, written: float | None) -> Row | None:
    if figures is None:
        return None
    return {**dict(zip(("input", "cached", "output"), figures, strict=True)), "cache_write": written}
