"""The models for a person: prices, limits, what is sent, what ends when, and whose key is there."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewbot.sinks.listing import Figures, Listing, ModelRow
from reviewbot.sinks.output import WIDTH

if TYPE_CHECKING:
    from reviewbot.sinks.screen import Screen

TABLE_WIDTH = 96
"""Columns that the table needs; on fewer each model has lines of its own."""

MILLION = 1_000_000
_HEAD = ("model", "input", "cached", "output", "context", "JSON", "temp", "thinking", "key", "until")


def render_models_text(
    listing: Listing, width: int = WIDTH, *, color: bool = False, verbose: bool = False
) -> str:
    """The listing as text of that width; without `color` there is no escape sequence in it.

    `verbose` adds the providers' addresses.
    """
    from reviewbot.sinks.screen import Screen  # noqa: PLC0415 - rich takes 0.2 s to import

    screen = Screen(width, color=color)
    screen.say(f"Models as of {listing.as_of}; the default (*) is {listing.default}", "bold")
    screen.say("USD per million tokens. For any other model: --model NAME --base-url URL", "dim")
    screen.gap()
    live = [row for row in listing.models if not row.is_gone]
    (_as_table if width >= TABLE_WIDTH else _as_lines)(screen, live, listing.default)
    screen.gap()
    _footnotes(screen, live)
    _other_dates(screen, live, listing.as_of)
    _about(screen, live)
    _ends(screen, listing)
    _examples(screen, listing)
    _providers(screen, (*listing.models, *listing.examples), verbose=verbose)
    for note in listing.notes:
        screen.say(f"note: {note}", "dim")
    return screen.text()


def _as_table(screen: "Screen", rows: Iterable[ModelRow], default: str) -> None:
    cells = [
        (_marked(row, default), *_usd(row.price), _size(row.context), *_sent(row), _key(row), row.retires)
        for row in rows
    ]
    screen.table(_HEAD, cells, numbers=(1, 2, 3, 4))


def _as_lines(screen: "Screen", rows: Iterable[ModelRow], default: str) -> None:
    for row in rows:
        screen.say(_marked(row, default), "bold", indent=2)
        bound, temperature, thinking = _sent(row)
        ends = f"until {row.retires}" if row.retires else ""
        costs = ("in / cached / out " + " / ".join(_usd(row.price)), f"context {_size(row.context)}", ends)
        rest = (f"JSON {bound}", f"temp {temperature}", f"thinking {thinking}", f"key {_key(row)}")
        for said in (costs, rest):
            screen.parts([(words, "dim") for words in said], indent=4)


def _marked(row: ModelRow, default: str) -> str:
    return f"{row.name} *" if row.name == default else row.name


def _usd(price: Figures | None) -> Sequence[str]:
    """Prices with cents at least: 0.15, 10.00, 0.003."""
    return [f"{usd:.2f}" if round(usd, 2) == usd else f"{usd:g}" for usd in price] if price else ["?"] * 3


def _size(tokens: int) -> str:
    """A context as people say it: 128K, 1M; ? where nobody knows."""
    if not tokens:
        return "?"
    return f"{tokens / MILLION:.3g}M" if tokens >= MILLION else f"{tokens // 1_000}K"


def _sent(row: ModelRow) -> tuple[str, str, str]:
    temperature = "-" if row.temperature is None else f"{row.temperature:g}"
    return ("prompt" if row.json == "none" else row.json), temperature, row.thinking or "-"


def _key(row: ModelRow) -> str:
    return {True: "yes", False: "no", None: "-"}[row.has_key]


def _footnotes(screen: "Screen", rows: Sequence[ModelRow]) -> None:
    for hours in dict.fromkeys(row.peak_hours_utc for row in rows if row.peak):
        when = ", ".join(f"{start:02}-{end:02} h" for start, end in hours)
        peaks = [
            f"{row.name} {' / '.join(_usd(row.peak))}"
            for row in rows
            if row.peak and row.peak_hours_utc == hours
        ]
        screen.say(f"Peak, weekdays {when} UTC: {', '.join(peaks)}.", "dim", indent=2)
    if written := [f"{row.name} {_usd((row.written,))[0]}" for row in rows if row.written]:
        screen.say(f"Input that goes into the cache: {', '.join(written)}.", "dim", indent=2)
    screen.say("JSON: how replies are bound to it. temp, thinking: - keeps the default.", "dim", indent=2)


def _other_dates(screen: "Screen", rows: Sequence[ModelRow], as_of: str) -> None:
    for day in dict.fromkeys(row.as_of for row in rows if row.as_of not in {as_of, ""}):
        names = ", ".join(row.name for row in rows if row.as_of == day)
        screen.say(f"Facts of {day}: {names}.", "dim", indent=2)


def _ends(screen: "Screen", listing: Listing) -> None:
    near = sorted((row for row in listing.models if row.warning and not row.is_gone), key=lambda r: r.retires)
    gone = [row for row in listing.models if row.is_gone]
    if near:
        screen.title("Ends soon", "yellow")
        screen.table(("model", "on", "then use"), [(row.name, row.retires, row.replaced_by) for row in near])
    if gone:
        screen.title("Switched off", "red")
        screen.table(("model", "since", "use"), [(row.name, row.retires, row.replaced_by) for row in gone])


def _examples(screen: "Screen", listing: Listing) -> None:
    if listing.examples:
        screen.title("Any model of your own server, account or router: --model PROVIDER/NAME", "bold")
    for provider in dict.fromkeys(row.provider for row in listing.examples):
        rows = [row for row in listing.examples if row.provider == provider]
        screen.say(", ".join(_marked(row, listing.default) for row in rows), indent=2)
        address = f"give --base-url {rows[0].endpoint}" if rows[0].fill_in else rows[0].endpoint
        screen.parts([(address, "dim"), (rows[0].note, "dim")], indent=4)


def _about(screen: "Screen", rows: Sequence[ModelRow]) -> None:
    """What is odd about the providers of models with names of their own."""
    for provider, note in dict.fromkeys((row.provider, row.note) for row in rows if row.note):
        screen.say(f"{provider}: {note}.", "dim", indent=2)


def _providers(screen: "Screen", rows: Sequence[ModelRow], *, verbose: bool) -> None:
    screen.title("Keys", "bold")
    first = {row.provider: row for row in reversed(rows)}
    providers = [first[name] for name in dict.fromkeys(row.provider for row in rows)]
    cells = [(row.provider, row.key_env, _key(row), row.endpoint) for row in providers if row.key_env]
    columns = 4 if verbose else 3
    screen.table(("provider", "variable", "set", "endpoint")[:columns], [row[:columns] for row in cells])
