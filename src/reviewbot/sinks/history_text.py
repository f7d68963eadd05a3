"""What sweeps have found over time, for people and for scripts."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Final

from reviewbot.chronicle import Sighting, Sweep
from reviewbot.findings import Severity
from reviewbot.sinks import wording
from reviewbot.sinks.json_rows import dump
from reviewbot.sinks.output import WIDTH

SCHEMA: Final = "reviewbot/history/v1"
FEW: Final = 20
"""So many sweeps and findings are shown without `--verbose`."""
_BAR: Final = 12


def render_history(
    sweeps: Sequence[Sweep],
    sightings: Sequence[Sighting],
    width: int = WIDTH,
    *,
    color: bool = False,
    verbose: bool = False,
) -> str:
    """Sweeps, the latest last, then what is open, the worst and oldest first."""
    from reviewbot.sinks.screen import Screen  # noqa: PLC0415 - rich takes 0.2 s to import

    screen = Screen(width, color=color)
    open_ones = sorted(
        (one for one in sightings if one.ended is None),
        key=lambda one: (-one.severity, one.first, one.path, one.line),
    )
    screen.say(
        f"{wording.count(len(sweeps), 'sweep')}, {wording.count(len(open_ones), 'finding')} open", "bold"
    )
    shown = sweeps if verbose else sweeps[-FEW:]
    most = max((sweep.open for sweep in shown), default=0)
    screen.title("Sweeps", "bold")
    head = ("", "when", "commit", "lines", "new", "fixed", "open", "", "calls", "cost")
    screen.table(head, [_row(sweep, most) for sweep in shown], numbers=(3, 4, 5, 6, 8, 9))
    if open_ones:
        dates = {sweep.number: _day(sweep.at)[:10] for sweep in sweeps}
        screen.title("Open, the worst first", "bold")
        few = open_ones if verbose else open_ones[:FEW]
        rows = [
            (Severity(one.severity).label, one.cwe, f"{one.path}:{one.line}", dates.get(one.first, ""))
            for one in few
        ]
        screen.table(("severity", "weakness", "where", "since"), rows)
        if more := len(open_ones) - len(few):
            screen.say(f"and {wording.count(more, 'more finding')} (--verbose lists them)", "dim", indent=2)
    return screen.text()


def render_history_json(sweeps: Sequence[Sweep], sightings: Sequence[Sighting]) -> str:
    """The same as JSON, complete; fixed findings too."""
    return dump(
        {
            "schema": SCHEMA,
            "sweeps": [asdict(sweep) for sweep in sweeps],
            "findings": [asdict(one) | {"severity": Severity(one.severity).label} for one in sightings],
        }
    )


def _row(sweep: Sweep, most: int) -> tuple[str, ...]:
    bar = "#" * round(_BAR * sweep.open / most) if most else ""
    return (
        "" if sweep.complete else "incomplete",
        _day(sweep.at),
        sweep.head[:12],
        f"{sweep.lines:,}",
        str(sweep.new),
        str(sweep.fixed),
        str(sweep.open),
        bar,
        f"{sweep.calls:,}",
        wording.money(sweep.usd) if sweep.calls else "",
    )


def _day(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M")
