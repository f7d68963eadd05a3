"""How far a review has come, on a terminal only: outcomes, failures, tokens and money so far."""

from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from reviewbot.review import Review, Unread, Usage
from reviewbot.sinks import wording
from reviewbot.sinks.output import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

FEW = 3
"""So few outcomes are over before a bar could be read."""


class ProgressBar:
    """A bar while it is open; silent where nobody looks or little is to be done.

    `total` counts the outcomes to come: chunks times reviewers. `watch` is what the pipeline calls for each.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._failed = 0
        self._usage = Usage()

    def __enter__(self) -> Self:
        if self._total > FEW and is_terminal(self._stream):
            self._bar = _bar(self._stream)
            self._task = self._bar.add_task("", total=self._total, state="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None

    def watch(self, outcome: Review | Unread) -> None:
        """Take note of one chunk that was read, or could not be."""
        self._failed += isinstance(outcome, Unread)
        self._usage += outcome.usage
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, state=self.state)

    @property
    def state(self) -> str:
        """What it has cost so far, and how much has failed."""
        usage = self._usage
        tokens = usage.prompt_tokens + usage.completion_tokens
        parts = [f"{self._failed:,} failed"] if self._failed else []
        parts += [wording.count(tokens, "token"), wording.money(usage.cost_usd)] if usage.calls else []
        return ", ".join(parts)


def _bar(stream: TextIO) -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - 0.2 s that only a terminal has to wait for
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    return Progress(
        TextColumn("reading"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[state]}", style="dim"),
        TimeElapsedColumn(),
        console=Console(file=stream, force_terminal=True, _environ={}),
        transient=True,
    )
