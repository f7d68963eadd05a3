"""The plan for a person: what would be read, in which order, what not, and what each model would cost."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewbot.chunks import Chunk
from reviewbot.report import largest, totals
from reviewbot.sinks import wording
from reviewbot.sinks.forecast import Forecast
from reviewbot.sinks.output import WIDTH
from reviewbot.sinks.terminal import show_unread
from reviewbot.spans import line_count

if TYPE_CHECKING:
    from reviewbot.sinks.screen import Screen

FEW = 40
"""So many files are listed without `--verbose`."""


def render_plan_text(
    forecast: Forecast, width: int = WIDTH, *, color: bool = False, verbose: bool = False
) -> str:
    """The plan as text of that width; without `color` there is no escape sequence in it."""
    from reviewbot.sinks.screen import Screen  # noqa: PLC0415 - rich takes 0.2 s to import

    screen = Screen(width, color=color)
    screen.say(_headline(forecast), "bold")
    target = forecast.target
    said = (wording.subject(target), wording.ends(target), "Nothing was sent.")
    screen.parts([(words, "dim") for words in said])
    _files(screen, forecast.plan.chunks, verbose=verbose)
    show_unread(screen, forecast.plan.gaps, verbose=verbose)
    _costs(screen, forecast)
    for note in forecast.facts.notes:
        screen.say(f"note: {note}", "dim")
    return screen.text()


def _headline(forecast: Forecast) -> str:
    total = totals(forecast.plan)
    if not total["chunks"]:
        return "Nothing to review: no changed line would be read"
    lines = wording.count(total["changed_lines"], "changed line")
    size = f"{wording.count(total['chunks'], 'chunk')}, {total['tokens']:,} tokens"
    most = f"largest {largest(forecast.plan.chunks):,}"
    return f"Would read {total['owned_lines']:,} of {lines}: {size} ({most})"


def _files(screen: "Screen", chunks: Sequence[Chunk], *, verbose: bool) -> None:
    files: dict[str, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        files[chunk.path].append(chunk)
    if not files:
        return
    screen.title("Would be read, riskiest first", "bold")
    shown = list(files.items())[: None if verbose else FEW]
    rows = [(path, *_row(group)) for path, group in shown]
    screen.table(("file", "lines", "chunks", "tokens", "risk"), rows, numbers=(1, 2, 3, 4))
    if more := len(files) - len(shown):
        screen.say(f"and {wording.count(more, 'more file')} (--verbose lists them)", "dim", indent=2)


def _row(chunks: Sequence[Chunk]) -> tuple[str, str, str, str]:
    lines = sum(line_count(chunk.owns) for chunk in chunks)
    tokens = sum(chunk.tokens for chunk in chunks)
    return f"{lines:,}", f"{len(chunks):,}", f"{tokens:,}", str(max(chunk.risk for chunk in chunks))


def _costs(screen: "Screen", forecast: Forecast) -> None:
    if not forecast.costs:
        return
    date = f" (prices of {forecast.facts.prices_as_of})" if forecast.facts.prices_as_of else ""
    screen.title(f"Reading it once would cost about{date}", "bold")
    rows = [(model, wording.money(usd)) for model, usd in forecast.cheapest_first]
    screen.table(("model", "cost"), rows, numbers=(1,))
