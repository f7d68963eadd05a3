"""One protection that a change takes away."""

import re
from dataclasses import dataclass
from typing import Final

from reviewbot.findings import Claim, Confidence, normalise
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.sides import Line
from reviewbot.reviewers.static.removals.statements import Statement
from reviewbot.spans import Side

_SHOWN: Final = 120
ASSIGNED: Final = re.compile(r"(?:(?:const|let|var|auto|\w+)\s+)?\$?(\w+)\s*:?=(?![=>])")
"""The name that a statement gives a value."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost (`what`, as code), how surely, and the line to point at.

    `owner` is the function that lost it: one family is lost there once. `carried` is what sets a limit or
    switches something on, and may only hand on to the check itself. `instead_of` says that a weaker way of
    the same was found.
    """

    family: Family
    confidence: Confidence
    what: str
    path: str
    side: Side
    line: Line
    owner: str = ""
    how: str = "is removed"
    carried: bool = False
    instead_of: bool = False

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What to tell if only one can be told."""
        return (not self.carried, self.confidence, self.family.severity)

    @property
    def marks(self) -> bool:
        """Whether it stands at a decorator."""
        return self.line.code.lstrip().startswith("@")

    def claim(self, by: str) -> Claim:
        """The loss in words for people, at its line."""
        return Claim(
            by=by,
            cwe=self.family.cwe,
            severity=self.family.severity,
            confidence=self.confidence,
            title=self.family.title,
            explanation=f"`{_shown(self.what)}` {self.how}. {self.family.explanation}",
            quote=self.line.text,
            line=self.line.number,
            side=self.side,
            fix=self.family.fix,
        )


def remade(comparison: Comparison, statement: Statement) -> Statement | None:
    """What makes the same value in its function now: `target = inside(folder, name)` became another way."""
    told = ASSIGNED.match(statement.text)
    for one in comparison.added if told else ():
        now = ASSIGNED.match(one.text) if one.owner == statement.owner else None
        if now and told and now[1] == told[1]:
            return one
    return None


def lost(
    comparison: Comparison,
    statement: Statement,
    family: Family,
    confidence: Confidence,
    what: str,
    successor: Statement | None = None,
) -> Loss:
    """A loss at the statement that took the place of another, else at what was removed."""
    there = successor if successor and successor.changed else None
    return Loss(
        family=family,
        confidence=confidence,
        what=what,
        path=comparison.window.path,
        side=Side.NEW if there else Side.OLD,
        line=(there or statement).first,
        owner=statement.owner,
        how="is no longer part of this line" if there else "is removed",
    )


def _shown(code: str) -> str:
    plain = normalise(code).replace("`", "'")
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]} ..."
