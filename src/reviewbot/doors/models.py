"""`reviewbot models`: the models with known facts, the default, and which of them have a key here."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from reviewbot.doors import options
from reviewbot.doors.publishing import in_color
from reviewbot.reviewers.presets import (
    ModelFacts,
    Price,
    all_models,
    facts_as_of,
    find_model,
    open_models,
    priced,
    warning,
)
from reviewbot.settings import ConfigFile, Settings, load_settings
from reviewbot.sinks.json_models import render_models_json
from reviewbot.sinks.listing import Listing, ModelRow
from reviewbot.sinks.models_table import render_models_text
from reviewbot.sinks.output import Destination, width_of, write


@click.command()
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Settings with prices of your own.",
)
@options.output("text", "json")
def models(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click hands over every flag by name
    """List models with prices, limits and end dates, and whether a key is set; no network."""
    chosen = [ConfigFile(str(config), config.read_text("utf-8", "replace"), chosen=True)] if config else []
    listed = listing(load_settings({}, os.environ, chosen), os.environ, datetime.now(UTC).date())
    for kind, to in options.publication(flags).destinations:
        write(_render(kind, listed, to, verbose=flags["verbose"]), to)


def _render(kind: str, listed: Listing, to: Destination, *, verbose: bool) -> str:
    if kind == "json":
        return render_models_json(listed)
    return render_models_text(listed, width_of(to), color=in_color(to), verbose=verbose)


def listing(settings: Settings, environ: Mapping[str, str], today: date) -> Listing:
    """All models as these settings price them; of keys only whether they are there."""
    chosen = find_model(settings.model)
    named = [(facts.name, facts) for facts in all_models()]
    opened = [(f"{facts.provider}/{facts.name}", facts) for facts in open_models()]
    return Listing(
        models=tuple(_row(name, priced(facts, settings.prices), environ, today) for name, facts in named),
        examples=tuple(_row(name, priced(facts, settings.prices), environ, today) for name, facts in opened),
        default=next((name for name, facts in (*named, *opened) if facts == chosen), settings.model),
        as_of=facts_as_of().isoformat(),
        notes=tuple(_notes(settings, environ)),
    )


def _row(name: str, facts: ModelFacts, environ: Mapping[str, str], today: date) -> ModelRow:
    return ModelRow(
        name=name,
        provider=facts.provider,
        endpoint=facts.base_url or facts.base_url_form,
        fill_in=not facts.base_url,
        key_env=facts.key_env,
        has_key=bool(environ.get(facts.key_env)) if facts.key_env else None,
        context=facts.context,
        max_output=facts.max_output,
        price=_figures(facts.price),
        written=facts.price.write if facts.price else None,
        peak=_figures(facts.peak),
        peak_hours_utc=facts.peak_hours_utc,
        json=facts.json.value,
        temperature=facts.temperature,
        thinking=facts.thinking,
        sends=facts.extra,
        cached_in=facts.cached_in,
        retires=facts.retires.isoformat() if facts.retires else "",
        replaced_by=facts.replaced_by,
        is_gone=facts.is_gone(today),
        warning=warning(facts, today),
        as_of=facts.as_of.isoformat() if facts.as_of else "",
        note=facts.note,
    )


def _figures(price: Price | None) -> tuple[float, ...] | None:
    return (price.input, price.cached, price.output) if price else None


def _notes(settings: Settings, environ: Mapping[str, str]) -> list[str]:
    notes = []
    if settings.prices:
        notes.append(f"Your own prices hold for {', '.join(settings.prices)}.")
    if environ.get("REVIEWBOT_API_KEY"):
        notes.append("REVIEWBOT_API_KEY is set and goes before the provider's own variable.")
    if settings.base_url:
        notes.append(f"Whatever the model, {settings.base_url} is asked (base_url is set).")
    return notes
