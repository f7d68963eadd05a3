"""What a change adds, wherever: a check that stands there now has moved, and is not lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from reviewbot.diff import FileChange
from reviewbot.reviewers.static.removals.conditions import conditions, key
from reviewbot.reviewers.static.removals.lexis import codes, speaks
from reviewbot.reviewers.static.removals.sides import Line, Window
from reviewbot.reviewers.static.removals.statements import CLASS, Statement, defined, statements

_MADE: Final = re.compile(
    r"((?:(?:private|protected|public|static|readonly|override)\s+){1,5})?(?:export\s+)?(?:(?:const|let|var|val|final)\s+)?"
    r"(\w{1,80})\s*(?::[^=]{1,80})?=\s*(?:await\s+)?(?:new\s+)?[\w.]{1,80}[(\[]"
)
"""What is made once for all: a variable of a file, which stands in no block, or a field of a class."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The added code of a change, as far as it can make up for what is removed."""

    lines: Counter[str] = field(default_factory=Counter)
    """How often a line is added, less how often it is removed."""
    keys: set[str] = field(default_factory=set)
    """The clauses of added conditions."""
    words: set[str] = field(default_factory=set)
    """Names in added lines."""
    texts: dict[str, str] = field(default_factory=dict)
    """The added code of each file, without white space."""
    defined: set[str] = field(default_factory=set)
    """Names of definitions that begin on added lines."""
    bodies: dict[str, list[str]] = field(default_factory=dict)
    """By the name of such a definition: the added statements in it, each on a line of its own, indented.

    By the name of a variable of a file, or a field of a class, what makes it.
    """

    def adds(self, code: str, path: str) -> bool:
        """Whether a piece of code stands in the lines that the change adds to a file."""
        return squeezed(code) in self.texts.get(path, "")

    def mentions(self, word: str) -> bool:
        """Whether a name is written in a line that the change adds anywhere."""
        return word in self.words

    def has_moved(self, line: Line) -> bool:
        """Whether as many lines that read like this one are added as are removed."""
        return self.lines.get(squeezed(line.code), -1) >= 0

    def came_from_elsewhere(self, line: Line) -> bool:
        """Whether as many lines that read like this one are removed as are added."""
        return self.lines.get(squeezed(line.code), 1) <= 0

    def without_moves(self, window: Window) -> Window:
        """The window with lines that only moved as if nobody had touched them."""
        old = tuple(self._settled(line) for line in window.old)
        return replace(window, old=old)

    def _settled(self, line: Line) -> Line:
        return line._replace(changed=False) if line.changed and self.has_moved(line) else line


def squeezed(code: str) -> str:
    """Code without white space, and with one kind of quotes."""
    return "".join(code.split()).replace("'", '"').rstrip(",;")


def keep(files: Iterable[tuple[FileChange, str]]) -> Kept:
    """Read all lines that files, each with its language, add and remove."""
    kept = Kept()
    for file, language in files:
        if not speaks(language):
            continue
        for line in codes(chain.from_iterable(edit.removed for edit in file.edits), language):
            kept.lines[squeezed(line)] -= 1
        added = statements([Line(0, code, code, changed=True) for code in codes(_added(file), language)])
        for one in chain.from_iterable(statement.lines for statement in added):
            kept.lines[squeezed(one.code)] += 1
        _note(kept, file.path, added, language)
    return kept


def _note(kept: Kept, path: str, added: list[Statement], language: str) -> None:
    kept.texts[path] = "\n".join(squeezed(statement.text) for statement in added)
    for statement in added:
        kept.words.update(statement.words)
        for name in filter(None, statement.owner.split(".")):
            kept.bodies.setdefault(name, []).append(" " * statement.indent + statement.text)
        if (made := _MADE.match(statement.text)) and (made[1] or not statement.indent):
            kept.bodies.setdefault(made[2], []).append(statement.text)
        if name := defined(statement.text):
            kept.defined.add(name.rpartition(".")[2])
            if CLASS.match(statement.text):  # what it inherits from says how safe it is
                kept.bodies.setdefault(name.rpartition(".")[2], []).append(statement.text)
    for condition in conditions(added, language):
        kept.keys.update(map(key, condition.clauses))


def _added(file: FileChange) -> Iterator[str]:
    """The added lines of a file, as far as they are known."""
    texts = {}
    for excerpt in file.excerpts:
        texts[excerpt.start] = excerpt
    starts = sorted(texts)
    at = 0
    for edit in file.edits:
        while at < len(starts) and texts[starts[at]].end < edit.new_start:
            at += 1
        if at < len(starts) and edit.added:
            excerpt = texts[starts[at]]
            first = max(edit.new_start - excerpt.start, 0)
            yield from excerpt.lines[first : first + edit.added]
