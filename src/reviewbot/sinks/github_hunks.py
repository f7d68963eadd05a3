"""Which lines of a pull request take a comment: those that GitHub's own patch shows, and no others."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reviewbot.findings import Finding
from reviewbot.spans import Side

_HEADER = re.compile(r"@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@")


@dataclass(frozen=True, slots=True)
class Hunk:
    """The lines that one hunk shows: removed ones on the old side, added and context ones on the new."""

    old: frozenset[int]
    new: frozenset[int]

    def fit(self, finding: Finding) -> tuple[int, int] | None:
        """First and last line of the first run of a finding's lines that this hunk shows."""
        lines = self.old if finding.side is Side.OLD else self.new
        # From the hunk's side, since a finding may claim any number of lines.
        shown = sorted(n for n in lines if finding.line <= n <= finding.end_line)
        if not shown:
            return None
        last = next((n for n, after in pairwise(shown) if after != n + 1), shown[-1])
        return shown[0], last


def read_hunks(patch: str) -> tuple[Hunk, ...]:
    """The hunks of a file's patch, as far as the patch goes."""
    hunks: list[tuple[set[int], set[int]]] = []
    old = new = 0
    for row in patch.split("\n"):
        if header := _HEADER.match(row):
            old, new = int(header[1]), int(header[2])
            hunks.append((set(), set()))
        elif hunks and row.startswith("-"):
            hunks[-1][0].add(old)
            old += 1
        elif hunks and row[:1] in {"+", " "} and row:
            hunks[-1][1].add(new)
            old, new = old + row.startswith(" "), new + 1
    return tuple(Hunk(frozenset(left), frozenset(right)) for left, right in hunks)


def place_of(finding: Finding, patch: str) -> tuple[int, int] | None:
    """First and last line where a comment on a finding can stand, both in one hunk; None if nowhere."""
    return next(filter(None, (hunk.fit(finding) for hunk in read_hunks(patch))), None)
