"""Accepted findings, and the baseline that they make."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from reviewbot.evidence import engine
from reviewbot.findings import Finding, cwe_family

FILE: Final = ".reviewbot-baseline.toml"
"""Where it is, from the top of the repository."""

_LONGEST_TITLE: Final = 1_000
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding that is accepted up to and including the day `expires`, for ever if there is none.

    `fingerprint` is the finding's id, `title` says to people what it is. `seen_by` are the engines that saw
    it, without whom nobody can tell that it is gone.
    """

    fingerprint: str
    path: str
    cwe: str
    title: str
    reason: str
    seen_by: tuple[str, ...]
    owner: str = ""
    expires: date | None = None

    def is_expired(self, today: date) -> bool:
        """Whether it counts no longer."""
        return self.expires is not None and self.expires < today

    def names(self, finding: Finding) -> bool:
        """Whether it is this finding: no entry covers another file or weakness than people read in it."""
        return (self.fingerprint, self.path, cwe_family(self.cwe)) == (
            finding.id,
            storable(finding.path),
            cwe_family(finding.cwe),
        )

    @property
    def terms(self) -> str:
        """Reason, owner and end in one line: `legacy page (ann, until 2027-01-31)`."""
        until = f"until {self.expires}" if self.expires else ""
        known = ", ".join(filter(None, (self.owner, until)))
        return f"{self.reason} ({known})" if known else self.reason


@dataclass(frozen=True)
class Baseline:
    """All that is accepted, in the order of the file."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def _by_fingerprint(self) -> Mapping[str, Entry]:
        return {entry.fingerprint: entry for entry in self.entries}

    def find(self, finding: Finding) -> Entry | None:
        """The entry that names a finding, whether it still counts or not."""
        entry = self._by_fingerprint.get(finding.id)
        return entry if entry and entry.names(finding) else None

    def with_more(self, entries: Iterable[Entry]) -> "Baseline":
        """With what is not there yet; what is there stays as it is."""
        every = {entry.fingerprint: entry for entry in (*entries, *self.entries)}
        return Baseline(
            tuple(sorted(every.values(), key=lambda entry: (entry.path, entry.cwe, entry.fingerprint)))
        )

    def without(self, entries: Iterable[Entry]) -> "Baseline":
        """Without some of its entries."""
        gone = set(entries)
        return Baseline(tuple(entry for entry in self.entries if entry not in gone))


NOTHING_ACCEPTED: Final = Baseline()


def entry_of(finding: Finding, reason: str, owner: str = "", expires: date | None = None) -> Entry:
    """The entry that accepts a finding."""
    seen_by = tuple(sorted({engine(source) for source in finding.sources}))
    return Entry(
        fingerprint=finding.id,
        path=storable(finding.path),
        cwe=storable(finding.cwe),
        title=storable(finding.title)[:_LONGEST_TITLE],
        reason=storable(reason),
        seen_by=seen_by,
        owner=storable(owner),
        expires=expires,
    )


def storable(text: str) -> str:
    """A text that a file of UTF-8 can hold: a name that is none keeps a sign for each odd byte."""
    return _SURROGATES.sub("\ufffd", text)
