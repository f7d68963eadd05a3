"""How far a sweep has come: a bar in a terminal, a quiet line now and then everywhere else."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self, TextIO

from reviewbot.sinks import wording
from reviewbot.sinks.output import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

QUIET: Final = 30.0
"""Seconds between two lines where there is no terminal."""
_MB: Final = 1_000_000


class Stage(Protocol):
    """How far a sweep is, in bytes; see `sweeping.sweep.Step`."""

    @property
    def done(self) -> int:
        """What has been read."""

    @property
    def total(self) -> int:
        """What there is to read."""

    @property
    def known(self) -> int:
        """What an earlier sweep has read."""

    @property
    def usd(self) -> float | None:
        """What it has cost so far, None if nobody knows."""

    @property
    def findings(self) -> int:
        """How many there are."""


class SweepProgress:
    """Watches one sweep while it is open. `clock` gives seconds that only grow."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._begin = self._said = clock()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if is_terminal(self._stream):
            self._bar = _bar(self._stream)
            self._task = self._bar.add_task("", total=None, state="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None

    def watch(self, stage: Stage) -> None:
        """Take note of one step."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=stage.done, total=stage.total, state=self.state(stage))
        elif self._clock() - self._said >= QUIET and stage.done < stage.total:
            self._said = self._clock()
            share = f"{100 * stage.done // max(stage.total, 1)} % of {stage.total / _MB:,.1f} MB read"
            print(f"reviewbot: {share}, {self.state(stage)}", file=self._stream, flush=True)

    def state(self, stage: Stage) -> str:
        """Findings, cost, rate, and how long it will take if it goes on so."""
        passed, read = self._clock() - self._begin, stage.done - stage.known
        parts = [wording.count(stage.findings, "finding")]
        parts += [wording.money(stage.usd)] if stage.usd else []
        if read > 0 and passed > 0:
            rate = read / passed
            parts.append(f"{rate / 1_000:,.0f} kB/s")
            parts.append(f"{_span((stage.total - stage.done) / rate)} left")
        return ", ".join(parts)


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    if not minutes:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.0f} h"  # noqa: PLR2004 - two hours


def _bar(stream: TextIO) -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - 0.2 s that only a terminal has to wait for
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn  # noqa: PLC0415

    return Progress(
        TextColumn("reading"),
        BarColumn(bar_width=24),
        DownloadColumn(),
        TextColumn("{task.fields[state]}", style="dim"),
        console=Console(file=stream, force_terminal=True, _environ={}),
        transient=True,
    )
