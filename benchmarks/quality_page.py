"""`docs/quality.md`: what was measured, on what, how, and what it does not show."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reviewbot.evaluation import words
from reviewbot.evaluation.cases import Split
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import Figures, count, parts
from reviewbot.evaluation.scoring import NEAR, Score
from scanners import TOOLS

Row = tuple[str, Sequence[Score], float]
"""A tool, what it made of the cases, and the seconds it took."""


@dataclass(frozen=True, slots=True)
class Table:
    """Tools side by side on the same cases."""

    title: str
    rows: list[Row] = field(default_factory=list)


def page(ours: Evaluation, tables: Iterable[Table]) -> str:
    """The whole page as Markdown."""
    return "".join([_head(ours), _figures(ours), *map(_side_by_side, tables), _tail()])


def _head(ours: Evaluation) -> str:
    scores = ours.scores
    benign = sum(score.is_benign for score in scores)
    held = sum(score.split is Split.HELD for score in scores)
    languages = Counter(score.language for score in scores)
    shown = ", ".join(f"{name} {number}" for name, number in languages.most_common())
    return HEAD.format(
        cases=len(scores),
        pairs=len(scores) - benign,
        benign=benign,
        held=held,
        seen=len(scores) - held,
        weaknesses=len({mark.family for score in scores for mark in score.marks}),
        languages=shown,
        near=NEAR,
    )


def _figures(ours: Evaluation) -> str:
    every = parts(ours.scores)
    text = "\n## The static engine\n\nNo model, no key, no network.\n"
    text += _table("part", {"all": ours.overall, **every["split"]})
    text += f"\nFalse alarms: {words.alarms(ours.overall)}.\n"
    text += f"Reviews that were incomplete: {ours.overall.incomplete}.\n"
    text += _table("language", every["language"])
    text += _table("weakness", {words.weakness(name): figures for name, figures in every["cwe"].items()})
    return text + _table("tag", every["tag"])


def _table(title: str, of: Mapping[str, Figures]) -> str:
    head = (
        f"\n| {title} | " + " | ".join(words.HEAD[1:]) + " |\n|---|" + "--:|" * (len(words.HEAD) - 1) + "\n"
    )
    return head + "".join(f"| {' | '.join(words.row(name, figures))} |\n" for name, figures in of.items())


def _side_by_side(table: Table) -> str:
    text = f"\n## Side by side: {table.title}\n"
    for split in Split:
        text += f"\n{split.value.capitalize()} part:\n{_compared(table.rows, split)}"
    return text


def _compared(rows: Iterable[Row], split: Split) -> str:
    text = "\n| tool | precision | recall | F1 | pairs | false alarms | in 1,000 safe lines | seconds |\n"
    text += "|---|" + "--:|" * 7 + "\n"
    for name, scores, seconds in rows:
        figures = count(score for score in scores if score.split is split)
        share = len([score for score in scores if score.split is split]) / len(scores)
        shares = map(words.share, (figures.precision, figures.recall, figures.f1, figures.pairwise))
        cells = (
            name,
            *shares,
            figures.alarms,
            words.rate(figures.alarms_per_thousand),
            f"{seconds * share:.1f}",
        )
        text += f"| {' | '.join(map(str, cells))} |\n"
    return text


def _tail() -> str:
    return TAIL.format(tools=" and ".join(f"`{tool}`" for tool in TOOLS))


HEAD = """\
# How good the reviews are

<!-- Written by benchmarks/side_by_side.py; run `make evals`. -->

## The corpus

{cases:,} labelled cases in `evals/cases`, all original code: {pairs:,} pairs and {benign:,} benign changes,
with {weaknesses} kinds of weakness. Each pair is a change that brings a defect in and a twin that does the
same safely, with the smallest honest difference between them. By language of the file with the defect:
{languages}.

The cases were written without looking at the rules. About a third of them, chosen by a hash of the name
({held:,} cases), is held out: it is measured, but not looked at while rules and prompts are tuned. The other
{seen:,} are the seen part, with all that were worked with before they were added; `make test` fails when F1
on it falls below what is recorded in `evals/recorded.json`.

## How it is scored

Both twins go through the pipeline as any change does. A finding is a true one if it is in the expected file,
names the expected kind of weakness (near synonyms are one) and comes within {near} lines of a line that the
case names; a removed check may be shown where it stood or where it is missing. What is expected and not found
is missed. Everything else that is reported, of either twin, is a false alarm, each once. `pairs` is the share
of pairs of which all is found in the one twin and nothing of that kind in that file of the other. `line` is
the share of true findings that stand at the very line. A review that could not read everything tells no pair
apart, and is counted as incomplete.
"""

TAIL = """
## How the others were run

Bandit and Semgrep ({tools}) and ruff's `S` rules read the whole new tree; what they report counts on
changed lines, or where a defect is expected. Bandit names weaknesses itself; ruff's rules mean what
they mean in reviewbot, and those that it leaves off stand in a plain table of `benchmarks/scanners.py`.
Semgrep runs the small set of rules in `evals/semgrep-rules.yml`, written for this page; its own
registry is far larger, and not part of this comparison. Seconds are those of one run over all cases, by
the share of the part: one process for the other tools; a review for each change, with git's work in it,
for reviewbot.

## What this does not show

- How a model does. `reviewbot eval --engine both` measures yours on the same cases.
- How often real changes hold such defects. Most of these do; of those in practice few, so that fewer
  alarms are true there. What carries over are the false alarms in 1,000 lines of safe and of benign
  changes.
- Defects of other kinds than those named, changes of thousands of lines, and repositories of many
  files.
- Independence. One project has written engine and cases, if not the same people; whoever tunes rules
  for the seen part learns what the held part is like. The rules for Semgrep come from the same desk.
- Small differences. In a part of a hundred cases one case more or less is a point, in a single weakness
  far more.
"""
