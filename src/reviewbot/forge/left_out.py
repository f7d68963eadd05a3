"""Findings that a marker has no room for: known enough not to pass for new, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

SHORT: Final = 8
"""Hexadecimal digits of an id that are kept: of thousands, hardly two have the same."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Holds the ids of findings that were left out, or, where not even those fit, every id there is."""

    ids: frozenset[str]
    everything: bool = False

    def __contains__(self, ident: object) -> bool:
        return self.everything or str(ident)[-SHORT:] in self.ids


def pack(idents: Iterable[str]) -> str:
    """Ids in short, one behind the other."""
    return "".join(ident[-SHORT:] for ident in idents)


def unpack(packed: str) -> frozenset[str]:
    """The short ids that `pack` put there."""
    return frozenset(packed[at : at + SHORT] for at in range(0, len(packed), SHORT))
