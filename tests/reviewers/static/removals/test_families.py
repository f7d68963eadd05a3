"""Every family against its own examples."""

from typing import Final

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


@pytest.mark.parametrize(("family", "example"), FOUND)
def test_nothing_changed_is_nothing_lost(family: Family, example: Example) -> None:
    assert lost(example.before, example.before, example.language) == []
    assert lost(example.after, example.after, example.language) == []
