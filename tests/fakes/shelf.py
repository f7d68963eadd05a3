"""A library in memory."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shelf:
    """Holds texts by path, and remembers how often it was asked."""

    files: Mapping[str, str]
    asked: list[str] = field(default_factory=list)

    def search(
        self, line: str, suffixes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """In the order of the paths, the folders of `near` first."""
        self.asked.append(line)
        homes = {path.rpartition("/")[0] for path in near}
        found = re.compile(rf"(?<![A-Za-z0-9_])(?:{line})(?![A-Za-z0-9_])").search
        for path, text in sorted(
            self.files.items(), key=lambda item: (item[0].rpartition("/")[0] not in homes, item)
        ):
            if path.endswith(tuple(suffixes)) and any(map(found, text.split("\n"))):
                yield path, text
