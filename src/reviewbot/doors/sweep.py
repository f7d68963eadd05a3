"""`reviewbot sweep`: everything there is, as if it were all new."""

from pathlib import Path
from typing import Any

import click

from reviewbot.doors import options
from reviewbot.doors.review import read_and_publish
from reviewbot.doors.selection import open_sweep, settings_for


@click.command()
@click.argument("place", metavar="[DIR|REPO]", default=".", type=click.Path(path_type=Path))
@options.reader
@options.asking
@options.supplies
@options.threshold
@options.limits
@options.output("text", "markdown", "json", "sarif")
def sweep(place: Path, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Review every line of a repository at its HEAD, or of a plain directory."""
    changes = open_sweep(place)
    settings = settings_for(flags, changes, place)
    return read_and_publish(changes, settings, options.publication(flags), options.supplied(flags))
