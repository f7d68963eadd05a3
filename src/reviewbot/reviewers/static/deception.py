"""What is written to deceive whoever reviews a change: characters that hide, words that give orders.

It only adds findings of its own. Nothing that a change says makes any other finding better or worse.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reviewbot.chunks.visible import hides
from reviewbot.findings import Confidence
from reviewbot.reviewers.static.orders import Orders, load_orders
from reviewbot.reviewers.static.passages import Hit, Passage, Weakness, hit, is_test
from reviewbot.reviewers.static.unseen import unseen


@dataclass(frozen=True)
class Deception:
    """Reads every line of any language, and the file's name."""

    name: str = "static/deception"

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the protocol asks by language
        """Any language: a reader is deceived in each."""
        return True

    @cached_property
    def orders(self) -> Orders:
        """What gives a reviewer orders, read at the first need."""
        return load_orders()

    def detect(self, texts: Sequence[Passage]) -> Iterable[Sequence[Hit]]:
        """Read one passage after the other."""
        for passage in texts:
            found = (*_in_name(passage), *_hidden(passage), *self.orders.on(passage.lines))
            yield [self._hit(passage, at, weakness) for at, weakness in found]

    def _hit(self, passage: Passage, at: int, weakness: Weakness) -> Hit:
        """One claim on a line, counted from 0; tests are full of what they test."""
        sure = Confidence(max(weakness.confidence - is_test(passage.path), Confidence.LOW))
        number = passage.start + at
        return hit(replace(weakness, confidence=sure), self.name, passage, number, number)


def _hidden(passage: Passage) -> Iterator[tuple[int, Weakness]]:
    if hides(passage.text):
        for at, line in enumerate(passage.lines):
            if weakness := unseen(line, passage.language, first=passage.start + at == 1):
                yield at, weakness


def _in_name(passage: Passage) -> Iterator[tuple[int, Weakness]]:
    """A deceiving name of the file, told of its first line that can be quoted."""
    weakness = unseen(passage.path, "")
    at = next((at for at, line in enumerate(passage.lines) if line.strip()), None)
    if weakness and at is not None:
        yield at, replace(weakness, title=f"{weakness.title} in the file's name")
