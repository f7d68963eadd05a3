"""A bug in one detector costs no other reviewer its findings, and no file its gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from reviewbot.chunks import Limits, plan
from reviewbot.errors import ReviewbotError
from reviewbot.findings import Confidence, Severity
from reviewbot.review import Review, Unread
from reviewbot.reviewers.static.passages import Hit, Passage, Weakness, hit
from reviewbot.reviewers.static.removals import Removals
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewers.static.reading import change, outcomes
from reviewers.static.removals.twosides import edited

WEAKNESS = Weakness("CWE-1", Severity.HIGH, Confidence.HIGH, "A line", "It stands there.", "Go.")


@dataclass(frozen=True)
class Stumbling:
    """Finds the first line of each text, and stumbles over one of them."""

    error: Exception
    name: str = "static/stumbling"

    def speaks(self, language: str) -> bool:
        """All."""
        return bool(language)

    def detect(self, texts: Sequence[Passage]) -> Iterator[list[Hit]]:
        """One hit for each."""
        for passage in texts:
            if passage.path == "bad.py":
                raise self.error
            yield [hit(WEAKNESS, self.name, passage, 1, 1)]


def test_a_bug_is_a_gap_that_names_it_and_all_else_is_kept() -> None:
    """Also the files beside it are no longer taken for read."""
    reviewer = StaticReviewer(Stumbling(IndexError("list index out of range")))
    good, bad = outcomes(reviewer, change("x = 1\n", "good.py"), change("y = 2\n", "bad.py"))
    assert isinstance(good, Unread)
    assert isinstance(bad, Unread)
    assert [claim.quote for claim in good.claims] == ["x = 1"]
    assert not bad.claims
    for outcome in (good, bad):
        assert "IndexError: list index out of range (test_broken.py:" in outcome.reason
        assert "this is a bug in reviewbot" in outcome.reason


class Muddled(Removals):
    """Compares with families that nobody can read."""

    book = property(lambda self: int(self.name))


def test_a_bug_in_comparing_both_sides_is_a_gap_too() -> None:
    """New code has nothing that could be lost, so nothing is missing there."""
    file = edited("def f(x):\n    check(x)\n    run(x)\n", "def f(x):\n    run(x)\n", "app.py")
    (removed,) = plan([file], Limits(), len).chunks
    lost, added = outcomes(Muddled(), removed, change("y = 2\n", "notes.txt", "text"))
    assert isinstance(lost, Unread)
    assert (
        "ValueError: invalid literal for int() with base 10: 'static/removals' (test_broken.py:"
        in lost.reason
    )
    assert isinstance(added, Review)


def test_what_is_no_bug_is_told_as_it_is() -> None:
    """It ends the reviewer, which says why."""
    with pytest.raises(ReviewbotError, match="no ruff"):
        outcomes(StaticReviewer(Stumbling(ReviewbotError("no ruff"))), change("y = 2\n", "bad.py"))
