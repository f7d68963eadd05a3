"""`reviewbot eval`: how good the reviews are, measured on labelled cases."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import click

from reviewbot.doors import options
from reviewbot.doors.publishing import Publication, in_color
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import say
from reviewbot.errors import SinkError, UsageError
from reviewbot.evaluation.cases import Case, Split
from reviewbot.evaluation.comparison import compare
from reviewbot.evaluation.evaluation import Evaluation, evaluate
from reviewbot.evaluation.json_form import read_scores, render_json
from reviewbot.evaluation.loading import load_cases
from reviewbot.evaluation.page import render_page
from reviewbot.evaluation.running import Run, run_cases
from reviewbot.evaluation.scoring import Score
from reviewbot.evaluation.text import render_text
from reviewbot.settings import Settings
from reviewbot.sinks.output import Destination, is_terminal, width_of, write
from reviewbot.wiring import Supplies

CASES = Path("evals/cases")
ALL = "all"
INCOMPLETE = 3


@click.command("eval")
@click.argument("cases", default=CASES, type=click.Path(path_type=Path))
@click.option(
    "--split",
    type=click.Choice([*(split.value for split in Split), ALL]),
    default=ALL,
    help="Cases that may be looked at while tuning, the third that is held out, or all.  [default: all]",
)
@click.option("--min-f1", type=click.FloatRange(0, 1), metavar="X", help="Exit 1 if F1 is below.")
@click.option(
    "--compare",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="REPORT.json",
    help="Say what changed since an earlier evaluation; exit 1 if F1 fell.",
)
@options.reader
@options.asking
@options.supplies
@options.limits
@options.output("text", "json", "html")
def evaluation(cases: Path, split: str, min_f1: float | None, earlier: Path | None, **flags: Any) -> int:  # noqa: ANN401 - click hands over every flag by name
    """Measure the reviews on labelled cases: CASES, or evals/cases.

    Each case is a change that brings a defect in, with a twin that is safe. Both are reviewed as any change
    is; logs for --import-sarif are of scans of CASES itself. Exit 1 says that --min-f1 or --compare failed,
    3 that a review was incomplete.
    """
    publication = options.publication(flags)
    before = _earlier(earlier) if earlier else None
    chosen = _part(load_cases(cases), split)
    told = _measure(chosen, settings_with(flags, lambda _: None), options.supplied(flags))
    if before is not None:
        told = replace(told, comparison=compare(before, told.scores))
    return _tell(told, publication) or _exit_code(told, min_f1)


def _part(cases: Sequence[Case], split: str) -> tuple[Case, ...]:
    chosen = tuple(case for case in cases if split in {ALL, case.split})
    if not chosen:
        raise UsageError(f"none of the cases is in the part {split!r}", "Try --split all.")
    return chosen


def _measure(cases: Sequence[Case], settings: Settings, supplies: Supplies) -> Evaluation:
    total = sum(len(case.trees) for case in cases)
    watch = Tally(total, sys.stderr).count
    return evaluate(run_cases(cases, settings, os.environ, watch, supplies=supplies))


def _earlier(file: Path) -> tuple[Score, ...]:
    try:
        return read_scores(file.read_bytes(), str(file))
    except OSError as error:
        raise UsageError(
            f"cannot read {file}: {error.strerror}", "Name a report of reviewbot eval --format json."
        ) from error


def _tell(told: Evaluation, publication: Publication) -> int:
    """Write all formats, also after one has failed; the exit code says whether one did."""
    code = 0
    for kind, to in publication.destinations:
        try:
            write(_render(kind, told, to, verbose=publication.verbose), to)
        except SinkError as error:
            say(error.message, error.hint)
            code = error.exit_code
    return code


def _render(kind: str, told: Evaluation, to: Destination, *, verbose: bool) -> str:
    if kind == "json":
        return render_json(told)
    if kind == "html":
        return render_page(told)
    return render_text(told, width_of(to), color=in_color(to), verbose=verbose)


def _exit_code(told: Evaluation, min_f1: float | None) -> int:
    if told.incomplete:
        return INCOMPLETE
    fell = told.comparison is not None and told.comparison.fell
    return int(fell or (min_f1 is not None and (told.overall.f1 or 0.0) < min_f1))


@dataclass(slots=True)
class Tally:
    """Says on a terminal how many reviews are done."""

    total: int
    to: TextIO
    done: int = 0

    def count(self, _: Run) -> None:
        """One more."""
        self.done += 1
        if is_terminal(self.to):
            end = "\n" if self.done == self.total else ""
            self.to.write(f"\rreviewbot: {self.done:,} of {self.total:,} reviews{end}")
            self.to.flush()
