"""Named protections that are gone: decorators, calls that make harmless, safe options, settings."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Helpers, Kind, Shown, Sign
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss, lost, remade
from reviewbot.reviewers.static.removals.moved import moved_into
from reviewbot.reviewers.static.removals.spread import on_each_route
from reviewbot.reviewers.static.removals.statements import Statement, defined
from reviewbot.reviewers.static.removals.stays import Stays

_NAMED: Final = (Kind.CALL, Kind.MARK, Kind.OPTION)
IMPORT: Final = re.compile(
    r"(?:import|from|use|using|package|require_once|#\s*include|export \*"
    r"|(?:const|var|let) [^=]{1,200}=\s*require)\b"
)
_MADE: Final = re.compile(r"(?:export\s+)?(?:const|let|var)\s+(?:\{[^}=]*\}|\w+)\s*=\s*(?:new\s+)?[\w.]+\(")
_SET: Final = re.compile(r"[\w.]+")
_HOOKS: Final = re.compile(
    r"\.(?:addHook\(\s*[\"'](?:onRequest|pre\w+)[\"']|use\(\s*(?![\"'`/])|before_(?:app_)?request\()"
)
"""What runs before all routes."""
_HELD: Final = re.compile(
    r"(?:async\s+)?(\w+)\s*(?::\s*(?:async\s*)?(?:\(|function\b|\w+\s*=>)|\([^()]*\)\s*\{)"
)
"""A function as a member of an object."""
_RANKS: Final = re.compile(r"Role|Permission|Polic|Admin|Owner|Scope|Acl|Abilit")
_ALIAS: Final = re.compile(r"(?:export\s+)?(?:(?:const|let|var|val|final)\s+)?\w{1,80}\s*=\s*\w")
"""What is given a name once for all: `SignedIn = Annotated[User, Depends(current_user)]`."""
_MOST_NAMED: Final = 20
_OPTIONS_HELD: Final = re.compile(r"(?:export\s+)?(?:const|let|var)\s+(\w{1,60})\s*=\s*\{")
_OPTIONS: Final = 12
"""Statements above an option among which the call is looked for that it stands in."""
_GUARDS: Final = re.compile(r"\b[A-Z]\w*Guard\b")


@dataclass(frozen=True)
class Marks:
    """Named protections on both sides of a window. `helpers` are functions that the change deletes."""

    comparison: Comparison
    book: FamilyBook
    helpers: Helpers

    def losses(self) -> Iterator[Loss]:
        """One for each named protection that a statement lost."""
        found: dict[int, list[tuple[Statement, Shown]]] = {}
        for statement in self._removed:
            for shown in self._shown(statement):
                found.setdefault(id(shown.sign), []).append((statement, shown))
        taken = {sign: len(before) for sign, before in found.items()}
        for before in map(_uses, found.values()):
            for statement, (family, sign, what) in self._dropped(before, taken):
                if self._stays(sign, statement, what):
                    loss = self._loss(statement, family, sign.confidence, what)
                    yield replace(loss, carried=sign.kind is Kind.OPTION)
        yield from self._bared()
        yield from self._unset()
        yield from self._unhelped()

    def _dropped(
        self, before: list[tuple[Statement, Shown]], taken: Mapping[int, int]
    ) -> Iterator[tuple[Statement, Shown]]:
        """Removed statements with a sign, as many as the new side has fewer of its family.

        `taken` says how many removed statements have each sign: as many new ones took their place only.
        """
        stand = {family.id for family in self.book.standing_for(before[0][1].family)}
        theirs = Counter({sign: count for sign, count in taken.items() if sign != id(before[0][1].sign)})
        left: Counter[str] = Counter()
        for shown in self._shown_after:
            if theirs[id(shown.sign)] > 0:
                theirs[id(shown.sign)] -= 1
            elif shown.family.id in stand:
                left[_said(shown.what)] += 1
        gone = []
        for statement, shown in before:
            if left[_said(shown.what)]:
                left[_said(shown.what)] -= 1
            elif on_each_route(self.comparison, statement, shown.what) or self._is_hooked(shown.what):
                continue
            elif not self._has(self.comparison.successor(statement), stand) and not moved_into(
                self.comparison, self.book, statement, shown.family
            ):
                gone.append((statement, shown))
        # what is left over on the new side is as good: another name for the same protection
        yield from gone[left.total() :]

    def _is_hooked(self, what: str) -> bool:
        """Whether what one route asked for is asked before all of them now."""
        said = [] if _HOOKS.search(what) else _SET.findall(what)[-1:]
        hooks = [one for one in self._added if _HOOKS.search(one.text)]
        return any(name.rpartition(".")[2] in one.words for name in said for one in hooks)

    def _has(self, statement: Statement | None, families: set[str]) -> bool:
        """Whether a statement is protected as well, or names what the change has made for it."""
        if statement is None:
            return False
        bodies, language = self.comparison.kept.bodies, self.comparison.window.language
        named = sorted(statement.words & bodies.keys())[:_MOST_NAMED]
        made = (text for name in named for text in bodies[name][:_MOST_NAMED] if _ALIAS.match(text))
        others = (shown for text in made for shown in self.book.shown(text, language, *_NAMED))
        return any(one.family.id in families for one in (*self._safe(statement), *others))

    def _shown(self, statement: Statement) -> Iterator[Shown]:
        """The signs of a statement; what a deleted function protects against, its body says better."""
        for shown in self.book.shown(statement.text, self.comparison.window.language, *_NAMED):
            if self.helpers.keys().isdisjoint(_SET.findall(shown.what)[-1:]):
                yield shown

    def _safe(self, statement: Statement) -> Iterator[Shown]:
        """All that protects in a statement, a stronger way included that was not taken before."""
        for shown in self.book.shown(statement.text, self.comparison.window.language, *_NAMED, Kind.SWAP):
            if shown.sign.kind is not Kind.SWAP or not any(shown.what in one.text for one in self._removed):
                yield shown

    @cached_property
    def _shown_after(self) -> list[Shown]:
        """All signs in added statements; what is held under a name counts where that is handed on."""
        return [shown for one in self._added for shown in self._safe(one) for _ in range(self._times(one))]

    def _times(self, statement: Statement) -> int:
        """How often what a statement makes is handed on: `const guarded = { auth }`, `...guarded`."""
        held = _OPTIONS_HELD.match(statement.text)
        handed = f"...{held[1]}" if held else ""
        return max(sum(handed in one.text for one in self._added), 1) if handed else 1

    @cached_property
    def _removed(self) -> list[Statement]:
        removed = (one for one in self.comparison.removed if not IMPORT.match(one.text))
        language = self.comparison.window.language
        return [one for one in removed if not any(self.book.shown(one.text, language, Kind.EXEMPT))]

    @cached_property
    def _added(self) -> list[Statement]:
        return [one for one in self.comparison.added if not IMPORT.match(one.text)]

    def _stays(self, sign: Sign, statement: Statement, what: str) -> bool:
        stays = Stays(self.comparison)
        if sign.kind is Kind.CALL:
            return stays.argument(statement, what)
        if sign.kind is Kind.MARK:
            return stays.line(statement, what) and not self._is_global(statement, what)
        certain = sign.confidence is Confidence.HIGH or stays.holder(statement, what)
        return certain and stays.option(statement, what) and not self._is_key(what)

    def _is_key(self, option: str) -> bool:
        """Whether an option is among those that are put together first: `{"max_size": 10}`."""
        name, _, value = option.partition("=")
        return self.comparison.kept.adds(f'"{name.strip()}": {value}', self.comparison.window.path)

    def _is_global(self, statement: Statement, what: str) -> bool:
        """Whether the guards that a decorator named are named elsewhere now, by their kind."""
        ranked = _RANKS.search(what) is not None
        guards = [one for one in _GUARDS.findall(statement.text) if bool(_RANKS.search(one)) is ranked]
        return bool(guards) and all(map(self.comparison.kept.mentions, guards))

    def _bared(self) -> Iterator[Loss]:
        """What stays word for word, without the call around a value: `f"{escape(x)}"` as `f"{x}"`."""
        there = {squeezed(one.text): one for one in reversed(self._added)}
        for statement in self._removed:
            for family, sign, _ in self.book.shown(
                statement.text, self.comparison.window.language, Kind.CALL
            ):
                for what in dict.fromkeys(
                    found[0] for found in sign.pattern.compiled.finditer(statement.text)
                ):
                    call = re.compile(rf"{re.escape(what)}\((\$?[\w.]+)\)")
                    now = there.get(squeezed(call.sub(r"\1", statement.text)))
                    names: Sequence[str] = call.findall(statement.text)
                    if now is None:
                        now, names = self._put_in_bare(statement, what)
                    if now is not None and not all(self._still_goes(what, name) for name in names):
                        yield lost(self.comparison, statement, family, sign.confidence, what, now)

    def _put_in_bare(self, statement: Statement, what: str) -> tuple[Statement | None, Sequence[str]]:
        """What a text was turned into that goes on calling something for one value, and has another bare."""
        now = self.comparison.successor(statement)
        if now is None or f"{what}(" not in now.text:
            return None, ()
        call = re.compile(rf"{re.escape(what)}\((?:str\(|String\()?(\$?[\w.]+)\)")
        left = set(call.findall(now.text))
        names = [name for name in call.findall(statement.text) if name not in left]
        bare = [name for name in names if re.search(rf"\{{{re.escape(name)}(?:![rs])?\}}", now.text)]
        return (now, bare) if bare else (None, ())

    def _still_goes(self, what: str, name: str) -> bool:
        """Whether a value goes through a call in what is added, or comes out of it there."""
        return any(
            f"{what}({name})" in squeezed(one.text) or (what in one.text and name in _set_by(one.text))
            for one in self._added
        )

    def _unset(self) -> Iterator[Loss]:
        """Functions that options no longer hold: `fileFilter: (req, file, cb) => ...`."""
        language = self.comparison.window.language
        for statement in self.comparison.homeless:
            held = _HELD.match(statement.text)
            alone = held and all(
                not around.changed or not defined(around.text) for around in statement.around
            )
            if held and alone and not self.comparison.kept.mentions(held[1]):
                said = f"{held[1]}: {statement.text[held.end(1) :]}"
                for family, sign, what in self.book.shown(said, language, Kind.OPTION):
                    yield self._loss(statement, family, sign.confidence, what)

    def _unhelped(self) -> Iterator[Loss]:
        """Calls of a function that protects, removed together with it."""
        for statement in self._removed if self.helpers else ():
            for name in sorted(statement.words & self.helpers.keys()):
                if not self.comparison.kept.mentions(name) and Stays(self.comparison).argument(
                    statement, name
                ):
                    successor = self.comparison.successor(statement) or remade(self.comparison, statement)
                    yield lost(self.comparison, statement, *self.helpers[name], name, successor)

    def _loss(self, statement: Statement, family: Family, confidence: Confidence, what: str) -> Loss:
        successor = self.comparison.successor(statement) or self._holder_now(statement)
        successor = successor or Stays(self.comparison).answering(statement) or self._of_class(statement)
        return lost(self.comparison, statement, family, confidence, what, successor)

    def _of_class(self, statement: Statement) -> Statement | None:
        """What a class names once for all now that no method chooses it: `queryset = Hive.objects.all()`."""
        holder, _, name = statement.owner.rpartition(".")
        if not name.startswith("get_"):
            return None
        told = re.compile(rf"{re.escape(name.removeprefix('get_'))}\s*=")
        return next((one for one in self._added if one.owner == holder and told.match(one.text)), None)

    def _holder_now(self, statement: Statement) -> Statement | None:
        """What became of the call that an option stood in, if that is one line now: `multer({ storage })`."""
        at = self.comparison.place(statement)
        above = reversed(self.comparison.old[max(at - _OPTIONS, 0) : at])
        holder = next((one for one in above if one.indent < statement.indent), None)
        now = self.comparison.successor(holder) if holder and holder.text.endswith("{") else None
        return now if now and now.text.rstrip(";").endswith(")") else None


def _uses(before: list[tuple[Statement, Shown]]) -> list[tuple[Statement, Shown]]:
    """The statements that use a protection; those that only make it if there are no others."""
    return [one for one in before if not _MADE.match(one[0].text)] or before


def _said(what: str) -> str:
    return re.sub(r"\W+", " ", what).strip()


def _set_by(text: str) -> Sequence[str]:
    """The names that an assignment gives a value; none if it is none."""
    left, sign, right = text.partition("=")
    return _SET.findall(left) if sign and not right.startswith("=") and "(" not in left else ()
