"""Each rule is proved by its own examples, in each of its languages."""

from collections.abc import Sequence

import pytest

from reviewbot.reviewers.static.passages import Hit, Passage, Unreadable
from reviewbot.reviewers.static.rulebook import Rule, load
from reviewbot.reviewers.static.structure import Structure

BOOK = load()
ENGINE = Structure()
CASES = [(rule, language) for rule in BOOK.rules for language in rule.languages]
NAMED = [f"{rule.id}-{language}" for rule, language in CASES]


def read(code: str, language: str) -> Sequence[Hit] | Unreadable:
    passage = Passage(f"code.{language}", language, 1, tuple(code.split("\n")), complete=True)
    (outcome,) = ENGINE.detect([passage])
    return outcome


def titles(rule: Rule, language: str, code: str) -> list[str]:
    """What of this rule is found in the code; that of another one is none of its business."""
    outcome = read(code, language)
    assert not isinstance(outcome, Unreadable), outcome
    return [hit.claim.title for hit in outcome if hit.claim.title == rule.weakness.title]


@pytest.mark.parametrize(("rule", "language"), CASES, ids=NAMED)
def test_finds_its_vulnerable_examples(rule: Rule, language: str) -> None:
    for code in rule.vulnerable:
        assert titles(rule, language, code), f"{rule.id} misses in {language}: {code}"


@pytest.mark.parametrize(("rule", "language"), CASES, ids=NAMED)
def test_says_nothing_of_its_safe_examples(rule: Rule, language: str) -> None:
    for code in rule.safe:
        assert not titles(rule, language, code), f"{rule.id} flags in {language}: {code}"
