"""Methods that a change moves to another file, where the decorators that protected them did not follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from reviewbot.diff import FileChange
from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Kind
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.lexis import codes
from reviewbot.reviewers.static.removals.loss import Loss
from reviewbot.reviewers.static.removals.sides import Line, windows
from reviewbot.reviewers.static.removals.statements import CLASS, Statement, defined, statements
from reviewbot.spans import Side

_LANGUAGES: Final = frozenset({"typescript", "javascript", "tsx", "java", "python"})
_FAMILIES: Final = ("permission", "authentication")
"""What protects a method by a decorator, the more telling first."""
_TELLING: Final = 12
"""Characters of a statement that two methods hardly share by chance."""
_MOST: Final = 4
"""Methods of one name that one is compared with."""


@dataclass(frozen=True)
class Method:
    """A definition with what decorates it, and the class around it."""

    path: str
    language: str
    heading: Statement
    marks: tuple[Statement, ...]
    around: tuple[str, ...]
    """The decorators of its class."""
    body: frozenset[str]

    @property
    def name(self) -> str:
        """Its name alone."""
        return defined(self.heading.text).rpartition(".")[2]

    @property
    def said(self) -> Iterator[str]:
        """All that it says, and what is said of it."""
        return chain((mark.text for mark in self.marks), self.around, self.body)

    def continues(self, gone: "Gone") -> bool:
        """Whether it does, in another file, what one does that is gone."""
        shared = self.body & gone.method.body
        return self.path != gone.method.path and any(len(one) >= _TELLING for one in shared)


@dataclass(frozen=True)
class Gone:
    """A method that is gone, and the family of what decorated it.

    `last` says that none that was decorated is left beside it, so that what stood before the class for them
    has nothing to do.
    """

    method: Method
    family: Family
    last: bool


@dataclass(frozen=True)
class Move:
    """A method that went elsewhere, and what it lost on the way, if anything."""

    gone: Gone
    loss: Loss | None


def resettled(files: Sequence[tuple[FileChange, str]], book: FamilyBook) -> Iterator[Move]:
    """The protected methods that went to another file."""
    spoken = [(file, language) for file, language in files if language in _LANGUAGES]
    families = {family.id: family for family in book.families}
    left: dict[str, list[Gone]] = {}
    for file, language in spoken:
        for gone in _protected(_before(file, language), families, book):
            left.setdefault(gone.method.name, []).append(gone)
    for file, language in spoken if left else ():
        for method in _after(file, language):
            if found := next(filter(method.continues, islice(left.get(method.name, ()), _MOST)), None):
                bare = not _is_protected(method, found.family, book)
                yield Move(found, _loss(found, method, book) if bare else None)


def _protected(methods: Sequence[Method], families: dict[str, Family], book: FamilyBook) -> Iterator[Gone]:
    """Methods that are gone, and were decorated.

    What stands before a class counts where none of its methods says more: a guard may only read that.
    """
    stay = {one.name for one in methods if not one.heading.changed or any(not m.changed for m in one.marks)}
    for name in _FAMILIES:
        family = families[name]
        own = [one for one in methods if _shows(one, (m.text for m in one.marks), family, book)]
        last = bool(own) and all(one.heading.changed for one in own)
        for method in own or (one for one in methods if _shows(one, one.around, family, book)):
            if method.heading.changed and method.name not in stay:
                yield Gone(method, family, last)


def _is_protected(method: Method, family: Family, book: FamilyBook) -> bool:
    """Whether anything that is said of a method, or in it, protects it."""
    stand = {other.id for other in book.standing_for(family)}
    kinds = (Kind.MARK, Kind.CALL, Kind.GUARD, Kind.EXIT, Kind.OPTION)
    shown = (one.family.id for text in method.said for one in book.shown(text, method.language, *kinds))
    return not stand.isdisjoint(shown)


def _shows(method: Method, texts: Iterable[str], family: Family, book: FamilyBook) -> bool:
    return any(
        shown.family is family for text in texts for shown in book.shown(text, method.language, Kind.MARK)
    )


def _loss(gone: Gone, new: Method, book: FamilyBook) -> Loss:
    old, family = gone.method, gone.family
    what = next(
        text
        for text in (*(mark.text for mark in old.marks), *old.around)
        if _shows(old, (text,), family, book)
    )
    return Loss(
        family=family,
        confidence=Confidence.MEDIUM,
        what=what,
        path=new.path,
        side=Side.NEW,
        line=(new.marks[0] if new.marks else new.heading).first,
        owner=".".join(filter(None, (new.heading.owner, new.name))),
        how=f"did not follow from {old.path}",
    )


def _before(file: FileChange, language: str) -> list[Method]:
    """The methods of the old side near what the change removes; those of several windows once."""
    found: dict[int, Method] = {}
    for window in windows(file, language):
        for method in _methods(file.path, language, window.old):
            at = method.heading.lines[0].number
            if method.heading.changed or at not in found:
                found[at] = method
    return list(found.values())


def _after(file: FileChange, language: str) -> Iterator[Method]:
    """The methods that the change adds to a file that is known as a whole."""
    if not file.complete or len(file.excerpts) != 1:
        return
    (excerpt,) = file.excerpts
    own = {at for edit in file.edits for at in range(edit.new_start, edit.new_start + edit.added)}
    told = enumerate(zip(excerpt.lines, codes(excerpt.lines, language), strict=True), excerpt.start)
    lines = [Line(at, text, code, at in own) for at, (text, code) in told]
    methods = _methods(file.path, language, lines) if own else ()
    yield from (one for one in methods if one.heading.whole and all(mark.whole for mark in one.marks))


def _methods(path: str, language: str, lines: Sequence[Line]) -> Iterator[Method]:
    """The definitions in classes, or of a module, that have decorators or stand in a class that has."""
    marks: list[Statement] = []
    classes: dict[int, tuple[str, ...]] = {}
    heads: list[tuple[Statement, tuple[Statement, ...], tuple[str, ...]]] = []
    bodies: dict[int, set[str]] = {}
    for statement in statements(lines):
        for outer in statement.around:
            bodies.setdefault(id(outer), set()).add(squeezed(statement.text))
        if statement.text.startswith("@") and not defined(statement.text):
            marks.append(statement)
            continue
        if CLASS.match(statement.text):
            classes[id(statement)] = tuple(mark.text for mark in marks)
        elif defined(statement.text):
            held = classes.get(id(statement.around[-1]), ()) if statement.around else ()
            heads.append((statement, tuple(marks), held))
        marks = []
    for heading, own, around in heads:
        if own or around:
            yield Method(path, language, heading, own, around, frozenset(bodies.get(id(heading), ())))
