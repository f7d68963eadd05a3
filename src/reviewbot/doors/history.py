"""`reviewbot history`: what sweeps have found over time."""

from pathlib import Path
from typing import Any

import click

from reviewbot.doors import options
from reviewbot.doors.publishing import in_color
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import note
from reviewbot.doors.sweeping import state_of
from reviewbot.errors import SourceError
from reviewbot.sinks.history_text import render_history, render_history_json
from reviewbot.sinks.output import width_of, write
from reviewbot.stores.database import NAME
from reviewbot.stores.ledger import Ledger
from reviewbot.sweeping.estate import Estate


@click.command()
@click.argument("place", metavar="[DIR|REPO|URL]", default=".")
@click.option(
    "--state", type=click.Path(path_type=Path), metavar="DIR", help="Where its sweeps remember things."
)
@click.option("--config", type=click.Path(), metavar="FILE", help="Settings, instead of the repository's.")
@options.output("text", "json")
def history(place: str, state: Path | None, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Show what the sweeps of a repository have found, fixed and cost, and what is open."""
    estate = Estate(place)
    folder = state_of(estate, state, settings_with(flags, lambda _: None))
    if folder is None or not (folder / NAME).is_file():
        raise SourceError(f"no sweep of {place} is remembered", "reviewbot sweep makes a history")
    ledger = Ledger(folder, note)
    sweeps, sightings = ledger.sweeps(), ledger.sightings()
    ledger.close()
    for kind, to in options.publication(flags).destinations:
        if kind == "json":
            write(render_history_json(sweeps, sightings), to)
        else:
            text = render_history(
                sweeps, sightings, width_of(to), color=in_color(to), verbose=flags["verbose"]
            )
            write(text, to)
    return 0
