"""Measure the static engine and other scanners on the labelled cases, write down what it reached, and tell.

    make evals              writes evals/recorded.json and docs/quality.md

The other scanners are installed into a scratch environment that is gone afterwards; nothing that the tests
need depends on them.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from quality_page import Table, page
from recorded import cases, measure, record
from reviewbot.evaluation.cases import Case
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.scoring import score_all
from scanners import install, scan, scanners

PAGE = Path(__file__).parent.parent / "docs" / "quality.md"
OURS = "reviewbot, static engine"


def main() -> None:
    """Measure everything; the slowest scanner takes minutes."""
    every = cases()
    print(f"{len(every):,} cases; reviewbot ...", flush=True)
    ours = measure(every)
    for score in ours.incomplete:
        print(f"  incomplete: {score.name}: {score.failures}")
    record(ours.scores)
    PAGE.write_text(page(ours, _tables(every, ours)), encoding="utf-8")


def _tables(every: Sequence[Case], ours: Evaluation) -> list[Table]:
    python = [case for case in every if case.language == "python"]
    in_python = measure(python)
    tables = [
        Table("Python", [(OURS, in_python.scores, in_python.effort.total_seconds)]),
        Table("All languages", [(OURS, ours.scores, ours.effort.total_seconds)]),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for scanner in scanners(install(Path(folder, "tools"))):
            print(f"{scanner.name} ...", flush=True)
            runs, seconds = scan(scanner, python)
            tables[0].rows.append((scanner.name, score_all(runs), seconds))
            if not scanner.languages:
                runs, seconds = scan(scanner, every)
                tables[1].rows.append((scanner.name, score_all(runs), seconds))
    return tables


if __name__ == "__main__":
    main()
