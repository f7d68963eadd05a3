"""A mount that is split into several, of which one lacks what held people back from the whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.pieces import table
from reviewbot.reviewers.static.removals.statements import Statement
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
    wholes = {found[1]: (found[2], one.owner) for one, found in _mounts(comparison.removed)}
    given = _given(comparison) if wholes else {}
    for new, part in _mounts(comparison.added) if wholes else ():
        there = " ".join(given.get(above, "") for above in (*_above(part[1]), part[1]))
        for above in _above(part[1]):
            before, owner = wholes.get(above, ("", ""))
            lost = [one for one in _guards(before) if squeezed(one[1]) not in there]
            if lost and not _OPEN.search(part[1]):
                family, guard = lost[0]
                yield Loss(
                    families[family],
                    Confidence.MEDIUM,
                    guard,
                    comparison.window.path,
                    Side.NEW,
                    new.first,
                    owner=owner,
                    how="stood before all of this path, and does not stand here",
                )


def _mounts(statements: Iterable[Statement]) -> Iterator[tuple[Statement, re.Match[str]]]:
    return ((one, found) for one in statements if (found := _MOUNT.match(one.text)) is not None)


def _above(path: str) -> list[str]:
    """The paths that one stands below."""
    return [path[:at] for at, sign in enumerate(path) if sign == "/" and at]


def _given(comparison: Comparison) -> Mapping[str, str]:
    """What is mounted now, by path."""
    found: dict[str, list[str]] = {}
    for _, mount in _mounts(comparison.new):
        found.setdefault(mount[1], []).append(squeezed(mount[2]))
    return {path: " ".join(given) for path, given in found.items()}


def _guards(given: str) -> Iterator[tuple[str, str]]:
    """What a mount puts before its router that holds people back, each with its family."""
    *before, _ = _GIVEN.findall(given) or [""]
    pieces = [piece for piece in table() if piece.kind == "piece" and piece.family in _TOLD]
    for guard in before:
        family = next((piece.family for piece in pieces if piece.gone.search(guard)), "")
        if family:
            yield family, guard
