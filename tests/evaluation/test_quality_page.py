"""The page that is written by `make evals`, and how other scanners are read."""

import tomllib
from pathlib import Path

import pytest

import scanners
from evaluation.labelled import case, expectation, judged, sighting, write_case
from quality_page import Table, page
from reviewbot import __version__
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import effort
from reviewbot.evaluation.loading import load_cases
from reviewbot.evaluation.scoring import score_all
from reviewbot.report import Facts
from reviewbot.reviewers import static
from scanners import Hit, Scanner, scan


def test_every_rule_that_we_leave_off_has_a_weakness_in_the_comparison() -> None:
    table = tomllib.loads((Path(static.__file__).parent / "python.toml").read_text())
    assert table["off"].keys() <= scanners._OFF.keys()  # noqa: SLF001 - the table is all there is to it


def test_the_page_has_the_corpus_the_figures_and_the_others() -> None:
    scores = tuple(
        judged(case(expectation(10), name=name), (sighting(10),)) for name in ("line-count", "raise-a-limit")
    )
    ours = Evaluation(scores, ("static",), Facts(version=__version__), effort(scores, 1.0))
    text = page(ours, [Table("Python", [("reviewbot", scores, 1.0), ("other", scores, 2.0)])])
    assert "2 labelled cases in `evals/cases`" in text
    assert "| CWE-89 SQL injection | 2 | 2 | 0 | 0 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |" in text
    assert text.count("| other | 1.00 | 1.00 | 1.00 | 1.00 | 0 | 0.0 | 1.0 |") == 2
    assert "make evals" in text


@pytest.mark.parametrize(("line", "counts"), [(5, True), (1, False)])
def test_what_stands_on_lines_that_nobody_changed_does_not_count(
    tmp_path: Path,
    line: int,
    counts: bool,  # noqa: FBT001 - a table
) -> None:
    write_case(tmp_path)
    said = Scanner("echo", frozenset(), ("echo", "[]"), lambda _: [hit(line)])
    runs, _ = scan(said, load_cases(tmp_path))
    assert [len(run.sightings) for run in runs] == [counts, 0]
    assert [run.lines for run in runs] == [3, 3]
    (score,) = score_all(runs)
    assert score.told_apart is counts


def hit(line: int) -> Hit:
    """A scanner that knows several names for a weakness is right if one of them is."""
    return Hit(Path("0-vulnerable/app.py"), line, line, ("CWE-20", "CWE-78"), "X1", "A shell")
