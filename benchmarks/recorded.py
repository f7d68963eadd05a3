"""What the static engine reached on the labelled cases when it was last recorded; `make evals` records again.

Only the seen part is held against it in the tests: the other third stays out of sight while rules change.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from reviewbot.evaluation.cases import Case, Split
from reviewbot.evaluation.evaluation import Evaluation, evaluate
from reviewbot.evaluation.figures import by, count
from reviewbot.evaluation.loading import load_cases
from reviewbot.evaluation.running import run_cases
from reviewbot.evaluation.scoring import Score
from reviewbot.settings import load_settings

EVALS: Final = Path(__file__).parent.parent / "evals"
FILE: Final = EVALS / "recorded.json"
TOLERANCE: Final = 0.005
ALL: Final = "all"


def cases() -> tuple[Case, ...]:
    """Every labelled case."""
    return load_cases(EVALS / "cases")


def seen_cases() -> tuple[Case, ...]:
    """Those that may be looked at."""
    return tuple(case for case in cases() if case.split is Split.SEEN)


def measure(of: Sequence[Case]) -> Evaluation:
    """What the static engine makes of these cases, whatever the environment says."""
    return evaluate(run_cases(of, load_settings({"engine": "static"}, {}), {}))


def reached(scores: Sequence[Score]) -> dict[str, float]:
    """F1 of the seen part, of all and of each language in which there is anything to find."""
    seen = [score for score in scores if score.split is Split.SEEN]
    figures = {ALL: count(seen), **by(seen, lambda score: [score.language])}
    return {name: round(one.f1, 4) for name, one in figures.items() if one.f1 is not None}


def record(scores: Sequence[Score]) -> None:
    """Write down what was reached."""
    FILE.write_text(json.dumps({"engine": "static", "split": "seen", "f1": reached(scores)}, indent=2) + "\n")


def recorded() -> dict[str, float]:
    """What was reached the last time."""
    f1: dict[str, float] = json.loads(FILE.read_text())["f1"]
    return f1


def fallen(before: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """Each part that is worse than it was, in words."""
    return [
        f"{name}: F1 was {f1:.3f} and is {now.get(name, 0.0):.3f}"
        for name, f1 in before.items()
        if now.get(name, 0.0) < f1 - TOLERANCE
    ]
