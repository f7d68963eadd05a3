"""Two sides of a window, statement by statement: what is gone, what took its place, what it worked on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewbot.reviewers.static.removals.conditions import Condition, conditions, key
from reviewbot.reviewers.static.removals.kept import Kept, squeezed
from reviewbot.reviewers.static.removals.sides import Window
from reviewbot.reviewers.static.removals.statements import (
    CLASS,
    TEXTS,
    Statement,
    defined,
    likeness,
    routed,
    statements,
)

_ALIKE: Final = 0.5
"""Statements that share this part of their words are one, before and after."""
_NEAR: Final = 12
"""Statements on either side of its place among which a statement's successor is looked for."""
_FEW: Final = 3
_MOST_NEW: Final = 20
"""Functions with new names that one which is gone is compared with."""
_REWRITTEN: Final = 25
"""Statements. If so many give way to so many, the code was written anew, and nothing can be compared."""


@dataclass(frozen=True)
class Comparison:
    """A window's statements on both sides."""

    window: Window
    kept: Kept

    @cached_property
    def old(self) -> list[Statement]:
        """All statements before the change; lines that only moved count as unchanged."""
        return statements(self.kept.without_moves(self.window).old)

    @cached_property
    def new(self) -> list[Statement]:
        """All statements after the change."""
        return statements(self.window.new)

    @cached_property
    def far(self) -> list[Statement]:
        """All statements after the change that are known, far from it too."""
        return statements(self.window.far) if self.window.far else self.new

    @cached_property
    def removed(self) -> list[Statement]:
        """What was removed or changed, in definitions that are still there."""
        return [statement for statement in self.old if statement.changed and not self._homeless(statement)]

    @cached_property
    def homeless(self) -> list[Statement]:
        """What was removed with the definition around it."""
        return [statement for statement in self.old if statement.changed and self._homeless(statement)]

    @cached_property
    def added(self) -> list[Statement]:
        """What was added or changed."""
        return [statement for statement in self.new if statement.changed]

    @cached_property
    def conditions_before(self) -> list[Condition]:
        """The conditions that were removed or changed, in definitions that are still there."""
        if self.rewritten:
            return []
        here = set(map(id, self.removed))
        return [one for one in conditions(self.old, self.window.language) if id(one.statement) in here]

    @cached_property
    def conditions_lost(self) -> list[Condition]:
        """The conditions that went with the definition around them."""
        here = set(map(id, self.homeless))
        return [one for one in conditions(self.old, self.window.language) if id(one.statement) in here]

    @cached_property
    def conditions_after(self) -> list[Condition]:
        """The conditions that were added or changed."""
        return list(conditions(self.new, self.window.language))

    @cached_property
    def keys_after(self) -> frozenset[str]:
        """The clauses of added conditions."""
        return frozenset(key(clause) for one in self.conditions_after for clause in one.clauses)

    @cached_property
    def rewritten(self) -> bool:
        """Whether too much changed to compare conditions."""
        return min(len(self.removed), len(self.added)) >= _REWRITTEN

    @cached_property
    def added_text(self) -> str:
        """All added code, without white space."""
        return "\n".join(squeezed(statement.text) for statement in self.added)

    @cached_property
    def added_words(self) -> frozenset[str]:
        """Every name in added statements."""
        return frozenset(word for statement in self.added for word in statement.words)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name on the new side."""
        return frozenset(word for statement in self.new for word in statement.words)

    @cached_property
    def _pairs(self) -> dict[int, Statement]:
        if len(self.removed) == len(self.added) == 1 and len(self.removed[0].words & self.added[0].words) > 1:
            return {id(self.removed[0]): self.added[0]}
        pairs: dict[int, Statement] = {}
        taken: set[int] = set()
        for place, statement in enumerate(self.removed):
            middle = place * len(self.added) // max(len(self.removed), 1)
            near = range(max(middle - _NEAR, 0), min(middle + _NEAR, len(self.added)))
            free = ((likeness(statement, self.added[at]), -at) for at in near if at not in taken)
            like, at = max(free, default=(0.0, 0))
            if like >= _ALIKE:
                taken.add(-at)
                pairs[id(statement)] = self.added[-at]
        return pairs

    def successor(self, statement: Statement) -> Statement | None:
        """What took the place of a removed statement, changed but alike."""
        return self._pairs.get(id(statement))

    def adding(self, code: str) -> Statement | None:
        """The first added statement that has a piece of code in it."""
        at = self.added_text.find(squeezed(code))
        return self.added[self.added_text.count("\n", 0, at)] if at >= 0 else None

    def goes_on(self, statement: Statement) -> bool:
        """Whether the code of a removed statement is among the added ones."""
        return squeezed(statement.text) in self.added_text

    def has_predecessor(self, statement: Statement) -> bool:
        """Whether an added statement took the place of one that is alike."""
        return id(statement) in self._successors

    @cached_property
    def _successors(self) -> frozenset[int]:
        return frozenset(map(id, self._pairs.values()))

    def works_on(self, names: Iterable[str]) -> bool:
        """Whether any of these names is still in use around the change."""
        return any(name in self.words for name in names)

    def place(self, statement: Statement) -> int:
        """Where a statement of the old side stands among all of them."""
        return self._places[id(statement)]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(statement): at for at, statement in enumerate(self.old)}

    def _homeless(self, statement: Statement) -> bool:
        """Whether a definition around a statement is gone, or it begins one that is."""
        around = (*statement.around, statement)
        if any(one.changed and self._unrouted(one) for one in around):
            return True
        names = (defined(one.text) for one in around if one.changed and one is not self._renamed)
        gone = any(name and name.rpartition(".")[2] not in self._definitions for name in names)
        return gone and id(statement) not in self._rehoused

    @cached_property
    def _rehoused(self) -> frozenset[int]:
        """Statements of inner functions that came along: what was nested became a method of a class."""
        now: dict[str, list[frozenset[str]]] = {}
        for home, held in _functions(self.new):
            if _short(home) and not CLASS.match(home.text):
                now.setdefault(_short(home), []).append(_words(held))
        found: set[int] = set()
        for home, held in _functions(self.old):
            before = _words(held)
            news = now.get(_short(home), ()) if home.around and not CLASS.match(home.text) else ()
            if any(len(before & words) >= _ALIKE * len(before | words) for words in news):
                found.update(map(id, held))
        for held in self._under_new_names():
            found.update(map(id, held))
        return frozenset(found)

    def _under_new_names(self) -> Iterator[list[Statement]]:
        """The statements of functions that have another name now, and go on doing some of what they did."""
        names = {_short(home) for home, _ in _functions(self.old)}
        came = [
            _words(held)
            for home, held in _functions(self.new)
            if home.changed and _short(home) not in names and _goes_on_within(home, held)
        ]
        for home, held in _functions(self.old) if came else ():
            if home.changed and _short(home) not in self._definitions and _goes_on_within(home, held):
                before = _words(held)
                if any(len(before & words) >= _ALIKE * len(before | words) for words in came[:_MOST_NEW]):
                    yield held

    @cached_property
    def _renamed(self) -> Statement | None:
        """The only class of the old side, if the new side has one class too, which has another name."""
        before, after = ([one for one in side if CLASS.match(one.text)] for side in (self.old, self.new))
        renamed = len(before) == len(after) == 1 and before[0].changed and after[0].changed
        return before[0] if renamed else None

    def _unrouted(self, statement: Statement) -> bool:
        """Whether a statement begins what answered a path that nothing in the window answers any more."""
        path = routed(statement.text)
        return bool(path) and not any(path in one.text for one in self.new) and not self._prefixed(path)

    def _prefixed(self, path: str) -> bool:
        """Whether the end of a path is answered, and its beginning stands elsewhere: a router's prefix."""
        bare = path[1:-1]
        ends = (routed(one.text)[1:-1] for one in self.added)
        heads = {bare.removesuffix(end) for end in ends if end.startswith("/") and bare.endswith(end)}
        texts = {text[1:-1] for one in self.added for text in TEXTS.findall(one.text)}
        return bool((heads - {bare, ""}) & texts)

    @cached_property
    def _definitions(self) -> frozenset[str]:
        there = (defined(statement.text).rpartition(".")[2] for statement in self.new)
        return frozenset(self.kept.defined) | frozenset(there)


def _functions(side: Iterable[Statement]) -> list[tuple[Statement, list[Statement]]]:
    """The functions and classes of a side, each with its decorators and what stands right in it."""
    held: dict[int, tuple[Statement, list[Statement]]] = {}
    marks: list[Statement] = []
    for statement in side:
        if statement.text.startswith("@") and not defined(statement.text):
            marks.append(statement)
            continue
        if defined(statement.text) or routed(statement.text):
            held[id(statement)] = (statement, [*marks, statement])
        elif statement.around:
            held[id(statement.around[-1])][1].append(statement)
        marks = []
    return list(held.values())


def _goes_on_within(home: Statement, held: Iterable[Statement]) -> bool:
    """Whether a function, and no class, holds some statements that the change leaves alone."""
    stays = sum(not one.changed and len(one.words) > 1 for one in held)
    return bool(_short(home)) and not CLASS.match(home.text) and stays >= _FEW


def _short(home: Statement) -> str:
    return defined(home.text).rpartition(".")[2]


def _words(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset().union(*(statement.words for statement in statements))
