"""What all of the fake shares: its address, its limits, its clock, its numbers and who may do what."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fakes.github.people import Token
    from fakes.github.repositories import Repository

_START = datetime(2026, 11, 24, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Limits:
    """GitHub's own sizes. A test may lower one to reach it cheaply."""

    per_page: int = 100
    files: int = 3_000
    patch_lines_of_a_file: int = 3_000
    patch_lines_of_an_answer: int = 20_000
    diff_files: int = 300
    diff_lines: int = 20_000
    compare_files: int = 300
    compare_commits: int = 250
    content_bytes: int = 1_000_000
    raw_bytes: int = 100_000_000
    tree_entries: int = 100_000
    body: int = 65_536
    annotations: int = 50
    sarif_bytes: int = 10_000_000
    writes_a_minute: int = 80
    requests_an_hour: int = 5_000


@dataclass(slots=True)
class World:
    """All state of one server; times and numbers count up from fixed values, so runs can be repeated."""

    directory: Path
    limits: Limits
    url: str = ""
    tokens: dict[str, "Token"] = field(default_factory=dict)
    repositories: dict[str, "Repository"] = field(default_factory=dict)
    _ticks: int = 0
    _ids: Counter[str] = field(default_factory=Counter)

    def now(self) -> str:
        """The next second."""
        self._ticks += 1
        return f"{_START + timedelta(seconds=self._ticks):%Y-%m-%dT%H:%M:%SZ}"

    def new_id(self, kind: str) -> int:
        """A number that nothing else of this kind has."""
        self._ids[kind] += 1
        return 1000 + self._ids[kind]
