"""The baseline as a file that reads well in the diff of a pull request: TOML, one block for each entry.

It comes from a repository, so it is believed no further than its form goes: what is not exactly of this form
is an error with its place, for a baseline that is half understood would hide the wrong findings.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from reviewbot.baseline.entries import FILE, Baseline, Entry
from reviewbot.errors import UsageError
from reviewbot.toml import read_toml

SCHEMA: Final = "reviewbot/baseline/v1"
LARGEST: Final = 4_000_000
"""Bytes. Ten thousand entries have as many."""

_LONGEST: Final[Mapping[str, int]] = {
    "fingerprint": 16,
    "path": 8_000,
    "cwe": 100,
    "title": 2_000,
    "reason": 2_000,
    "owner": 200,
}
_REQUIRED: Final = ("fingerprint", "path", "cwe", "title", "reason", "seen_by")
_KEYS: Final = frozenset({*_LONGEST, *_REQUIRED, "expires"})
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}")
_HEADER: Final = f"""\
# Findings that reviewbot does not report, each with the reason. Written by `reviewbot baseline write`, which
# keeps entries but no comments.
schema = "{SCHEMA}"
"""


def read_baseline(blob: bytes, name: str = FILE) -> Baseline:
    """The baseline that a file holds; `name` is what the file is called.

    Raises:
        UsageError: it is too large or not of that form; the message says where.
    """
    if len(blob) > LARGEST:
        raise UsageError(
            f"{name} has {len(blob):,} bytes, more than any baseline", f"keep it below {LARGEST:,}"
        )
    try:
        table = read_toml(blob.decode(), LARGEST)
    except ValueError as error:
        raise UsageError(f"{name} is not TOML: {error}", _MEND) from None
    try:
        return Baseline(tuple(_entries(table)))
    except ValueError as error:
        raise UsageError(f"{name}: {error}", _MEND) from None


_MEND: Final = "mend it, or have it written anew: reviewbot baseline write"


def render_baseline(baseline: Baseline) -> str:
    """The text of the file: the same baseline gives the same bytes."""
    return _HEADER + "".join(map(_block, baseline.entries))


def _block(entry: Entry) -> str:
    texts = {name: getattr(entry, name) for name in _LONGEST}
    lines = [f"{name} = {_quoted(text)}" for name, text in texts.items() if text or name != "owner"]
    lines += [f"expires = {entry.expires}"] if entry.expires else []
    lines.append(f"seen_by = [{', '.join(map(_quoted, entry.seen_by))}]")
    return "\n[[accepted]]\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string; what a reader of the file would not see is spelt out."""
    return f'"{"".join(map(_spelt, text))}"'


_SPECIAL: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _spelt(char: str) -> str:
    if char in _SPECIAL or char.isprintable():
        return _SPECIAL.get(char, char)
    return f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}"


def _entries(table: Mapping[str, Any]) -> Iterator[Entry]:
    if table.get("schema") != SCHEMA:
        raise ValueError(f"schema is {table.get('schema')!r}, this version knows {SCHEMA!r}")
    if unknown := sorted(table.keys() - {"schema", "accepted"}):
        raise ValueError(f"unknown key {unknown[0]!r}")
    rows = table.get("accepted", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("accepted is no list of tables: begin each with [[accepted]]")
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        try:
            entry = _entry(row)
        except ValueError as error:
            raise ValueError(f"entry {number} ({_label(row)}): {error}") from None
        if (first := seen.setdefault(entry.fingerprint, number)) != number:
            raise ValueError(f"entry {number} ({_label(row)}) has the fingerprint of entry {first}")
        yield entry


def _entry(row: Mapping[str, Any]) -> Entry:
    if unknown := sorted(row.keys() - _KEYS):
        raise ValueError(f"unknown key {unknown[0]!r}")
    if missing := [name for name in _REQUIRED if name not in row]:
        raise ValueError(f"{missing[0]} is missing")
    texts = {name: _text(name, row.get(name, "")) for name in _LONGEST}
    if not _FINGERPRINT.fullmatch(texts["fingerprint"]):
        raise ValueError("fingerprint has 16 digits of 0-9 and a-f")
    if blank := [name for name in ("path", "reason") if not texts[name].strip()]:
        raise ValueError(f"{blank[0]} is empty")
    return Entry(**texts, seen_by=_engines(row["seen_by"]), expires=_day(row.get("expires")))


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text in quotes")  # noqa: TRY004 - one kind of error for all that is wrong
    if len(value) > _LONGEST[name]:
        raise ValueError(f"{name} has more than {_LONGEST[name]:,} characters")
    return value


def _engines(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise ValueError('seen_by is no list of engines, as ["static"]')
    return tuple(value)


def _day(value: object) -> date | None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise ValueError("expires is no date, as 2027-01-31 without quotes")
    return value


def _label(row: Mapping[str, Any]) -> str:
    """What people know an entry by."""
    return str(row.get("path") or row.get("fingerprint") or "nameless")[:200]
