"""A mount that is split into several, of which one lacks what held people back from the whole."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.pieces import table
from reviewbot.spans import Side

_MOUNT: Final = re.compile(r"[\w.]+\.(?:use|register|mount|route)\(\s*[\"'`](/[\w/-]*\w)[\"'`]\s*,\s*(.+)")
_GIVEN: Final = re.compile(r"[\w.]+(?:\([^()]*\))?")
_OPEN: Final = re.compile(
    r"(?i)(?:^|[/_-])(?:log[_-]?(?:in|out)|sign[_-]?(?:in|up|out|off)|auth|public|assets|static|health\w{0,9}|webhooks?"
    r"|callbacks?)(?:$|[/_-])"
)
_TOLD: Final = ("permission", "authentication")


def split(comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """One loss for each new mount below an old one that lacks a guard of it."""
    for old in comparison.removed:
        whole = _MOUNT.match(old.text)
        for new in comparison.added if whole else ():
            part = _MOUNT.match(new.text)
            if whole is None or part is None or not part[1].startswith(f"{whole[1]}/"):
                continue
            there = _given(comparison, part[1])
            lost = [one for one in _guards(whole[2]) if squeezed(one[1]) not in there]
            if lost and not _OPEN.search(part[1]):
                family, guard = lost[0]
                yield Loss(
                    families[family],
                    Confidence.MEDIUM,
                    guard,
                    comparison.window.path,
                    Side.NEW,
                    new.first,
                    owner=old.owner,
                    how="stood before all of this path, and does not stand here",
                )


def _given(comparison: Comparison, path: str) -> str:
    """What is mounted now at a path, or above it."""
    mounts = filter(None, (_MOUNT.match(one.text) for one in comparison.new))
    return " ".join(squeezed(one[2]) for one in mounts if f"{path}/".startswith(f"{one[1]}/"))


def _guards(given: str) -> Iterator[tuple[str, str]]:
    """What a mount puts before its router that holds people back, each with its family."""
    *before, _ = _GIVEN.findall(given) or [""]
    pieces = [piece for piece in table() if piece.kind == "piece" and piece.family in _TOLD]
    for guard in before:
        family = next((piece.family for piece in pieces if piece.gone.search(guard)), "")
        if family:
            yield family, guard
