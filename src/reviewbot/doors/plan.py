"""`reviewbot plan`: what a review would read and cost, before anything is sent."""

import os
from typing import Any

import click

from reviewbot.chunks import plan as cut
from reviewbot.doors import options
from reviewbot.doors.publishing import in_color
from reviewbot.doors.selection import settings_with
from reviewbot.doors.steered import trusted_files
from reviewbot.executors import over_cores
from reviewbot.report import totals
from reviewbot.sinks.escape import visible
from reviewbot.sinks.forecast import Forecast
from reviewbot.sinks.json_plan import render_plan_json
from reviewbot.sinks.output import Destination, width_of, write
from reviewbot.sinks.plan_text import render_plan_text
from reviewbot.spans import GapKind
from reviewbot.wiring import forecast_costs, set_up

INCOMPLETE = 3
LINE_END = "\n"


@click.command()
@options.selection
@options.reader
@options.limits
@click.option("--show-text", is_flag=True, help="Show what would be sent, chunk by chunk.")
@options.output("text", "json")
def plan(*, show_text: bool, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Show chunks, tokens, gaps and the cost per model; send nothing."""
    selection = options.selected(flags)
    changes = selection.open()
    settings = settings_with(flags, trusted_files(changes.target, selection.repo))
    desk = set_up(settings, os.environ, changes.library)
    planned = cut(changes.files, desk.limits, desk.count, over_cores)
    planned = desk.with_context(planned)
    costs = forecast_costs(totals(planned), settings.cache, settings.prices)
    shown = desk.as_sent(planned) if show_text else planned
    forecast = Forecast(changes.target, shown, costs, desk.facts_about(planned))
    for kind, to in options.publication(flags).destinations:
        write(_render(kind, forecast, to, show_text=show_text, verbose=flags["verbose"]), to)
    return INCOMPLETE if any(gap.kind is GapKind.FAILED for gap in planned.gaps) else 0


def _render(kind: str, forecast: Forecast, to: Destination, *, show_text: bool, verbose: bool) -> str:
    if kind == "json":
        return render_plan_json(forecast, show_text=show_text)
    text = render_plan_text(forecast, width_of(to), color=in_color(to), verbose=verbose)
    if not show_text:
        return text
    chunks = (
        f"\n{'-' * 8} {chunk.tokens:,} tokens\n{visible(chunk.text, keep=LINE_END)}"
        for chunk in forecast.plan.chunks
    )
    return text + "".join(chunks)
