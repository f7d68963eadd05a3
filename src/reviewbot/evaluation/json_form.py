"""The evaluation as JSON: for scripts, and to compare a later one with."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from pydantic import TypeAdapter, ValidationError

from reviewbot.errors import UsageError
from reviewbot.evaluation.comparison import Comparison
from reviewbot.evaluation.evaluation import Evaluation
from reviewbot.evaluation.figures import Figures, parts
from reviewbot.evaluation.scoring import Score
from reviewbot.sinks.json_rows import Row, dump

SCHEMA: Final = "reviewbot/evaluation/v1"
_SHARES: Final = (
    "precision",
    "recall",
    "f1",
    "pairwise",
    "line_accuracy",
    "alarms_per_thousand",
    "benign_per_thousand",
)


def render_json(evaluation: Evaluation) -> str:
    """All figures and all cases as JSON text; a share of nothing is null."""
    facts = evaluation.facts
    return dump(
        {
            "schema": SCHEMA,
            "facts": {
                "version": facts.version,
                "engines": list(evaluation.engines),
                "model": facts.model,
                "prompt_sha256": facts.prompt_sha256,
                "notes": list(facts.notes),
            },
            "figures": figures_row(evaluation.overall),
            "parts": {kind: _rows(of) for kind, of in parts(evaluation.scores).items()},
            "effort": asdict(evaluation.effort),
            "cases": [_case(score) for score in evaluation.scores],
            "comparison": _comparison(evaluation.comparison) if evaluation.comparison else None,
        }
    )


def read_scores(blob: bytes, name: str) -> tuple[Score, ...]:
    """The cases of an earlier evaluation.

    Raises:
        UsageError: it is none.
    """
    hint = "Write one with: reviewbot eval --format json --output FILE"
    try:
        document = json.loads(blob)
        if not isinstance(document, dict) or document.get("schema") != SCHEMA:
            raise UsageError(f"{name} is no evaluation: it does not say {SCHEMA}", hint)
        return TypeAdapter(tuple[Score, ...]).validate_python(document.get("cases"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"{name} is no evaluation: cases.{place}: {first['msg']}", hint) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is not JSON: {error}", hint) from error


def figures_row(figures: Figures) -> Row:
    """What was counted and what it amounts to."""
    return asdict(figures) | {name: getattr(figures, name) for name in _SHARES}


def _rows(of: Mapping[str, Figures]) -> Row:
    return {name: figures_row(figures) for name, figures in of.items()}


def _case(score: Score) -> Row:
    return asdict(score) | {"split": score.split}


def _comparison(comparison: Comparison) -> Row:
    return {
        "before": figures_row(comparison.before),
        "after": figures_row(comparison.after),
        "fell": comparison.fell,
        "changes": [asdict(change) for change in comparison.changes],
        "only_before": list(comparison.only_before),
        "only_after": list(comparison.only_after),
    }
