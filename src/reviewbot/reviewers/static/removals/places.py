"""Where a lost check is missed: what does now without it, rather than the line that is gone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.loss import ASSIGNED, Loss
from reviewbot.reviewers.static.removals.marks import IMPORT
from reviewbot.reviewers.static.removals.statements import Statement, masked
from reviewbot.spans import Side

_FOLLOWING: Final = 12
"""Statements behind a check among which what it held back is looked for."""
_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*")


def unchecked(comparison: Comparison, statement: Statement, names: Iterable[str]) -> Statement | None:
    """What the change adds to the function of a removed check that now goes without it, if it is plain.

    That is how the value is made that was checked, else what followed the check and works on the same, else
    what the function gives back.
    """
    wanted = set(names)
    if not statement.owner:
        return None
    added = [one for one in comparison.added if one.owner == statement.owner]
    whole = (one for one in added if not one.text.endswith(","))  # no parameter with a default
    made = (one for one in whole if (found := ASSIGNED.match(one.text)) and found[1] in wanted)
    return next(made, None) or _following(comparison, statement, wanted) or _given(added)


def _following(comparison: Comparison, statement: Statement, names: set[str]) -> Statement | None:
    at = comparison.place(statement)
    for one in comparison.old[at + 1 : at + 1 + _FOLLOWING]:
        if one.owner != statement.owner:
            return None
        if one.changed and names & one.words and (now := comparison.successor(one)) and now.changed:
            return now
    return None


def _given(added: Sequence[Statement]) -> Statement | None:
    """What a function gives back, if there is one such statement."""
    given = [one for one in added if one.text.startswith("return ")]
    return given[0] if len(given) == 1 else None


def used(loss: Loss, comparisons: Sequence[Comparison]) -> Loss:
    """A loss at an import, told where the first of what is imported is used in the lines that changed."""
    here = [one for one in comparisons if one.window.path == loss.path]
    if loss.side is not Side.NEW or not IMPORT.match(loss.line.code.strip()):
        return loss
    before = {word for one in here for gone in one.removed if IMPORT.match(gone.text) for word in gone.words}
    names = set(_NAME.findall(masked(loss.line.code))) - before
    added = (one for each in here for one in each.added if not IMPORT.match(one.text))
    use = next((one for one in added if names & one.words), None)
    return replace(loss, line=use.first, owner=use.owner) if use else loss
