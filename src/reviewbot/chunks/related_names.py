"""What a chunk wants to know of other code, and how near each file is to it."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from reviewbot.chunks.chunk import Chunk, Row
from reviewbot.chunks.related_lines import defined
from reviewbot.chunks.related_source import sources_of
from reviewbot.chunks.related_words import (
    called,
    family_of,
    imported,
    is_comment,
    referred,
    worthwhile,
)
from reviewbot.diff import FileChange

SAME_FILE, IMPORTED, SAME_FOLDER, ELSEWHERE = range(4)
_BY_FOLDER: Final = frozenset({"go", "java", "csharp", "swift"})
"""Families where the files of a folder see each other without an import."""
_PACKAGE_FILES: Final = frozenset({"__init__", "index", "mod", "lib"})


class Wanted(NamedTuple):
    """Names in the order in which they occur: called on changed lines, called around them, and changed."""

    called: tuple[str, ...]
    around: tuple[str, ...]
    changed: tuple[str, ...]


class Surroundings(NamedTuple):
    """A changed file: the words of its imports, and the names that mean something in it.

    `by_folder` says that it sees the files of its folder without an import.
    """

    path: str
    imports: frozenset[str]
    known: frozenset[str]
    by_folder: bool

    @classmethod
    def of(cls, file: FileChange, label: str) -> "Surroundings":
        """As far as its new side is known."""
        family = family_of(label)
        imports = frozenset[str]().union(*(imported(part.lines) for part in file.excerpts[:1]))
        own = {name for source in sources_of(file, label) for name, _ in defined(source.text, family)}
        return cls(file.path, imports, imports | own, family in _BY_FOLDER)

    def distance(self, path: str) -> int:
        """Of a file that may define a name: this one, an imported one, one of the same folder, another."""
        if path == self.path:
            return SAME_FILE
        folder, _, name = path.rpartition("/")
        stem, package = name.partition(".")[0], folder.rpartition("/")[2]
        here = folder == self.path.rpartition("/")[0]
        by_package = package in self.imports and (stem in _PACKAGE_FILES or self.by_folder)
        if stem in self.imports or by_package or (here and self.by_folder):
            return IMPORTED
        return SAME_FOLDER if here else ELSEWHERE


def wanted(chunk: Chunk, known: frozenset[str]) -> Wanted:
    """The names in a chunk; what is `known` counts on changed lines even where it is not called."""
    rows = [row for row in chunk.rows if not is_comment(row.text)]
    changed = _text(row for row in rows if row.sign != " ")
    around = _text((*(row for row in rows if row.sign == " "), *chunk.context))
    first = dict.fromkeys((*called(changed, chunk.language), *referred(changed, known)))
    others = dict.fromkeys(called(around, chunk.language))
    symbols = dict.fromkeys(row.symbol for row in rows if row.sign != " ")
    return Wanted(tuple(first), tuple(name for name in others if name not in first), _own_names(symbols))


def _text(rows: Iterable[Row]) -> str:
    return "\n".join(row.text for row in rows)


def _own_names(symbols: Iterable[str]) -> tuple[str, ...]:
    """The function of each symbol; the class where the function's name says nothing, as of a constructor."""
    names = (next(filter(worthwhile, reversed(symbol.split("."))), "") for symbol in symbols)
    return tuple(dict.fromkeys(filter(None, names)))
