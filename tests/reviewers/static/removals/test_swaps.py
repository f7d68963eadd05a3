"""How a stronger way is compared with what takes its place: the costly question last."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import FamilyBook, Kind, Shown, load
from reviewbot.reviewers.static.removals.kept import keep
from reviewbot.reviewers.static.removals.sides import windows
from reviewbot.reviewers.static.removals.swaps import swapped
from reviewers.static.removals.twosides import edited


@dataclass(frozen=True)
class Remembering(FamilyBook):
    """The families; it keeps for what kinds of signs it was asked."""

    asked: list[Kind] = field(default_factory=list)

    def shown(self, text: str, language: str, *kinds: Kind) -> Iterator[Shown]:
        """The signs of some kinds in a text."""
        self.asked.extend(kinds)
        return super().shown(text, language, *kinds)


def test_a_file_is_not_searched_for_options_where_nothing_weaker_came() -> None:
    book = Remembering(load().families)
    before = "def load(text):\n    read = yaml.safe_load(text)\n    return check(read)\n"
    file = edited(before, "def load(text):\n    return check(text)\n", "app/code.py")
    kept = keep([(file, "python")])
    losses = [loss for window in windows(file, "python") for loss in swapped(Comparison(window, kept), book)]
    assert losses == []
    assert Kind.SWAP in book.asked
    assert Kind.OPTION not in book.asked
