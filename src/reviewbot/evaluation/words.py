"""How figures are said, the same in every format for people. Nothing is escaped here."""

from collections.abc import Iterator, Sequence

from reviewbot.evaluation.comparison import Change, Comparison
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import Figures
from reviewbot.evaluation.scoring import Alarm, Mark
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.sinks import wording

HEAD = ("", "cases", "found", "missed", "false", "precision", "recall", "F1", "pairs", "line")
"""The columns of a table of figures."""


def share(value: float | None) -> str:
    """A share with two digits; a dash where there is nothing to share."""
    return "-" if value is None else f"{value:.2f}"


def rate(value: float | None) -> str:
    """A rate with one digit."""
    return "-" if value is None else f"{value:.1f}"


def row(name: str, figures: Figures) -> tuple[str, ...]:
    """A row of the table."""
    counts = (figures.cases, figures.found, figures.missed, figures.alarms)
    shares = (figures.precision, figures.recall, figures.f1, figures.pairwise, figures.line_accuracy)
    return (name, *(f"{number:,}" for number in counts), *map(share, shares))


def weakness(cwe: str) -> str:
    """A weakness with its name, as far as we have one."""
    return f"{cwe} {WEAKNESSES[cwe].title}" if cwe in WEAKNESSES else cwe


def headline(evaluation: Evaluation) -> str:
    """The whole in one sentence."""
    figures = evaluation.overall
    shares = f"precision {share(figures.precision)}, recall {share(figures.recall)}"
    return f"F1 {share(figures.f1)}: {shares} over {corpus(evaluation)}"


def corpus(evaluation: Evaluation) -> str:
    """What was read."""
    figures = evaluation.overall
    benign = sum(score.is_benign for score in evaluation.scores)
    return f"{wording.count(figures.pairs, 'pair')} and {wording.count(benign, 'benign change')}"


def facts(evaluation: Evaluation) -> list[tuple[str, str]]:
    """What else there is to say, each with its word."""
    figures, effort, told = evaluation.overall, evaluation.effort, evaluation.facts
    usage = effort.usage
    tokens = wording.count(usage.prompt_tokens + usage.completion_tokens, "token")
    asked = f" ({told.model})" if told.model else ""
    return [
        ("pairs", f"{figures.told_apart:,} of {figures.pairs:,} told apart ({share(figures.pairwise)})"),
        ("lines", f"{figures.exact:,} of {figures.found:,} found at the very line"),
        ("false alarms", alarms(figures)),
        ("engines", " + ".join(evaluation.engines) + asked),
        ("time", f"{effort.total_seconds:.1f} s in all, median {effort.median_seconds:.2f} s a review"),
        (
            "cost",
            f"{wording.money(usage.cost_usd)}, {tokens} in {usage.calls:,} calls",
        ),
        *(("note", note) for note in told.notes),
    ]


def alarms(figures: Figures) -> str:
    """How often a safe change is called dangerous."""
    return (
        f"{rate(figures.alarms_per_thousand)} in 1,000 changed lines of safe changes, "
        f"{rate(figures.benign_per_thousand)} of benign ones"
    )


def missed(mark: Mark) -> tuple[str, str, str]:
    """What was missed: the weakness, the file and the code."""
    return mark.cwe, mark.path, mark.quote


def alarm(found: Alarm) -> tuple[str, str, str]:
    """What was reported without cause: the weakness, the place and the change."""
    seen = found.sighting
    return seen.cwe, f"{seen.path}:{seen.line}", f"{seen.title} ({' + '.join(found.twins)})"


def figures_that_changed(comparison: Comparison) -> list[tuple[str, str]]:
    """Every figure that is not what it was, with both values."""
    before, after = comparison.before, comparison.after
    pairs = [
        ("F1", share(before.f1), share(after.f1)),
        ("precision", share(before.precision), share(after.precision)),
        ("recall", share(before.recall), share(after.recall)),
        ("pairs told apart", f"{before.told_apart:,}", f"{after.told_apart:,}"),
        ("found", f"{before.found:,}", f"{after.found:,}"),
        ("false alarms", f"{before.alarms:,}", f"{after.alarms:,}"),
        ("at the very line", share(before.line_accuracy), share(after.line_accuracy)),
        ("per 1,000 safe lines", rate(before.alarms_per_thousand), rate(after.alarms_per_thousand)),
        ("per 1,000 benign lines", rate(before.benign_per_thousand), rate(after.benign_per_thousand)),
    ]
    return [(name, f"{old} → {new}") for name, old, new in pairs if old != new]


def changes(change: Change) -> Iterator[tuple[str, bool, Sequence[str]]]:
    """What changed in a case, line by line: a word for it, whether that is good, and what it is about."""
    yield from (("fixed", True, missed(mark)) for mark in change.fixed)
    yield from (("newly missed", False, missed(mark)) for mark in change.newly_missed)
    yield from (("new false alarm", False, alarm(found)) for found in change.new_alarms)
    yield from (("no longer alarmed", True, alarm(found)) for found in change.gone_alarms)
