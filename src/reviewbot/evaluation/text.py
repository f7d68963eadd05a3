"""The evaluation for a person at a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewbot.evaluation import words
from reviewbot.evaluation.comparison import Comparison
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import Figures, parts
from reviewbot.evaluation.scoring import Score
from reviewbot.sinks import wording
from reviewbot.sinks.output import WIDTH

if TYPE_CHECKING:
    from reviewbot.sinks.screen import Screen

_NUMBERS = range(1, len(words.HEAD))
_TITLES = {"split": "By part", "language": "By language", "cwe": "By weakness", "tag": "By tag"}


def render_text(
    evaluation: Evaluation, width: int = WIDTH, *, color: bool = False, verbose: bool = False
) -> str:
    """The evaluation as text of that width; `verbose` names all that was missed or reported without cause."""
    from reviewbot.sinks.screen import Screen  # noqa: PLC0415 - rich takes 0.2 s to import

    screen = Screen(width, color=color)
    screen.say(words.headline(evaluation), "bold")
    _incomplete(screen, evaluation.incomplete)
    for kind, of in parts(evaluation.scores).items():
        _part(screen, kind, of)
    _missed(screen, evaluation.scores, verbose=verbose)
    _alarms(screen, evaluation.scores, verbose=verbose)
    if evaluation.comparison:
        _comparison(screen, evaluation.comparison)
    screen.gap()
    screen.pairs(words.facts(evaluation))
    return screen.text()


def _part(screen: "Screen", kind: str, of: Mapping[str, Figures]) -> None:
    if of:
        screen.title(_TITLES[kind], "bold")
        name = words.weakness if kind == "cwe" else str
        screen.table(words.HEAD, [words.row(name(part), figures) for part, figures in of.items()], _NUMBERS)


def _incomplete(screen: "Screen", scores: Iterable[Score]) -> None:
    for score in scores:
        for twin, reason in score.failures:
            screen.parts(
                [("incomplete", "bold red"), (f"{score.name} ({twin})", "red"), (reason, "")], indent=2
            )


def _missed(screen: "Screen", scores: Iterable[Score], *, verbose: bool) -> None:
    rows = [(score.name, *words.missed(mark)) for score in scores for mark in score.missed]
    _listed(screen, "Missed", rows, verbose=verbose)


def _alarms(screen: "Screen", scores: Iterable[Score], *, verbose: bool) -> None:
    rows = [(score.name, *words.alarm(alarm)) for score in scores for alarm in score.alarms]
    _listed(screen, "False alarms", rows, verbose=verbose)


def _listed(screen: "Screen", title: str, rows: Sequence[tuple[str, ...]], *, verbose: bool) -> None:
    if not rows:
        return
    screen.title(f"{title}: {len(rows):,}{'' if verbose else ' (--verbose names them)'}", "bold")
    for case, cwe, place, what in rows if verbose else ():
        screen.parts([(case, "bold"), (cwe, ""), (place, ""), (what, "dim")], indent=2)


def _comparison(screen: "Screen", comparison: Comparison) -> None:
    screen.title("Compared with the earlier evaluation", "bold")
    screen.pairs(words.figures_that_changed(comparison) or [("", "no figure changed")])
    for change in comparison.changes:
        for word, is_good, what in words.changes(change):
            parts = [
                (word, "green" if is_good else "red"),
                (change.case, "bold"),
                *((part, "") for part in what),
            ]
            screen.parts(parts, indent=2)
    for word, names in (("no longer there", comparison.only_before), ("new", comparison.only_after)):
        if names:
            cases = wording.count(len(names), "case")
            screen.say(f"{cases} {word}, not compared: {', '.join(names)}", "dim", indent=2)
