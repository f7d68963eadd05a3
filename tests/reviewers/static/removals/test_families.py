"""Every family against its own examples."""

from typing import Any, Final

import pytest

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.familybook import Example, Family, load, parse_family
from reviewers.static.removals.twosides import lost

BOOK: Final = load()
FOUND: Final = [
    pytest.param(family, example, id=f"{family.id}-{at}")
    for family in BOOK.families
    for at, example in enumerate(family.found)
]
QUIET: Final = [
    pytest.param(example, id=f"{family.id}-{at}")
    for family in BOOK.families
    for at, example in enumerate(family.quiet)
]


@pytest.mark.parametrize(("family", "example"), FOUND)
def test_the_loss_is_found(family: Family, example: Example) -> None:
    claims = lost(example.before, example.after, example.language)
    assert [claim.cwe for claim in claims] == [family.cwe]


@pytest.mark.parametrize("example", QUIET)
def test_the_safe_change_is_not_reported(example: Example) -> None:
    assert lost(example.before, example.after, example.language) == []


@pytest.mark.parametrize("example", QUIET)
def test_nothing_changed_is_nothing_lost(example: Example) -> None:
    assert lost(example.before, example.before, example.language) == []
    assert lost(example.after, example.after, example.language) == []


def test_a_pattern_of_a_higher_power_is_doubtful() -> None:
    """It often comes with what is wanted: more that may be left out around a value."""
    before, after = r'LINE = re.compile(r"^(\w+)=(\w*)$")', r'LINE = re.compile(r"^(\w+)\s*=\s*(.*?)\s*$")'
    assert [claim.confidence for claim in lost(before, after, "python")] == [Confidence.LOW]


GOOD: Final[dict[str, Any]] = {
    "id": "x",
    "cwe": "CWE-1",
    "severity": "low",
    "title": "t",
    "explanation": "e",
    "fix": "f",
    "signs": [{"guard": ["a"], "confidence": "low"}],
    "found": [],
    "quiet": [],
}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"more": 1}, "missing or unknown: more"),
        ({"id": "y"}, "the file's name must end in the id"),
        ({"fix": 1}, "must be text"),
        ({"signs": [{"confidence": "low"}]}, "a sign has one kind"),
        ({"signs": [{"guard": ["a"], "confidence": "low", "when": 1}]}, "a sign has one kind"),
        ({"signs": [{"swap": ["a"], "confidence": "low"}]}, "says what it gives way to"),
    ],
)
def test_a_family_that_breaks_the_form_is_refused(wrong: dict[str, Any], said: str) -> None:
    assert parse_family("x.yml", GOOD).id == "x"
    with pytest.raises(ValueError, match=said):
        parse_family("x.yml", {**GOOD, **wrong})
