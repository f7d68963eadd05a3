"""Findings that a marker has no room for: known enough not to pass for new, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewbot.findings import Finding, Severity

SHORT: Final = 8
"""Hexadecimal digits of an id that are kept: of thousands, hardly two have the same."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Holds the findings that were left out, or, where not even their ids fit, every one below high severity.

    What is worse is rather told of twice than never.
    """

    ids: frozenset[str]
    everything: bool = False

    def __contains__(self, finding: object) -> bool:
        if not isinstance(finding, Finding):
            return False
        return finding.id[-SHORT:] in self.ids or (self.everything and finding.severity < Severity.HIGH)


def pack(idents: Iterable[str]) -> str:
    """Ids in short, one behind the other."""
    return "".join(ident[-SHORT:] for ident in idents)


def unpack(packed: str) -> frozenset[str]:
    """The short ids that `pack` put there."""
    return frozenset(packed[at : at + SHORT] for at in range(0, len(packed), SHORT))
