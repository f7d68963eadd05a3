"""Conditions that are gone: an early exit removed, or one clause of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import Final, NamedTuple

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.conditions import Condition, key, negated
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook, Helpers, Kind
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import ASSIGNED, Loss, lost
from reviewbot.reviewers.static.removals.moved import moved_into
from reviewbot.reviewers.static.removals.places import unchecked
from reviewbot.reviewers.static.removals.statements import Statement, defined, masked
from reviewbot.spans import Side

_SHORTEST: Final = 4
_OWNERSHIP: Final = "ownership"
_PERMISSION: Final = "permission"
_LOGIN: Final = "authentication"
_BRANCHES: Final = ("if ", "elif ", "unless ", "} else if ", "def ", "async def ", "function ", "func ")
_DOTTED: Final = re.compile(r"(?<![\w$])[A-Za-z_$][\w$]*+(?:(?:\.|\?\.|->)[A-Za-z_$][\w$]*+)+")
_WHO: Final = re.compile(
    r"(?i)user|account|customer|member|tenant|principal|session|caller|current|identity|auth"
)
_FEW: Final = 20
_AGREED: Final = 3
"""The weight of a clause and of what it leads to together."""
_PRESENCE: Final = re.compile(
    r"^[\s(!]*(?:not\s+)?[\w$.\[\]\"'?>\-]+\s*(?:is(?:\s+not)?\s+None|[!=]==?\s*(?:null|undefined|None|nil))[\s){]*$"
)
_IDENTITY: Final = re.compile(
    r"(?i)user|session|token|signature|principal|account|identity|claims|credential|auth"
)
"""That nothing is there says little of a setting, and much of whoever asks."""
_CHECKING: Final = re.compile(
    r"\b\w*?(?:validat|check|verif|ensure|assert|requir|authori[sz]|sanit|escap|is_?(?:safe|allowed|valid)|has_?perm"
    r"|normali|clean|guard|protect|secur|restrict|enforce|forbid|allow)\w{0,40}\s*\(",
    re.IGNORECASE,
)
"""A call that by its name tests something: it may stand for the conditions that it takes the place of."""
_LOGS: Final = re.compile(r"\s*(?:(?:this|self)\.)?(?:console|log\w{0,20}|print\w{0,2}|debug)(?:\.\w+)?\(")
_QUOTE: Final = re.compile(r"[\"'`]")
_COMPARED: Final = re.compile(r"(?<![\w.?])([\w.?]++)!==?([\w.?]+)")
"""What has to be something else to be refused."""
_FUNCTION: Final = re.compile(r"=>|\bfunction\b|\blambda\b")
_WORD: Final = re.compile(r"\w+")
_DECIDES: Final = (
    r"\b(?:{name})\b[\s)]*(?:\?(?!\s*[.?:])|&&|\|\||\b(?:and|or)\b)"
    r"|(?:&&|\|\||\b(?:and|or|if|not|unless)\b)[\s(!]*(?:not\s+)?\b(?:{name})\b"
    r"|(?i:assert|invariant|ensure|require|expect|check|verify|must)\w*\([^()]*\b(?:{name})\b"
    r"|^return\s+[\s(!]*(?:not\s+)?(?:{name})[\s)]*;?$"
)
"""Where a name decides, other than as a condition: `inside && read(file)`, `assert(inside)`."""
_MEMBER: Final = re.compile(r"(?<![\w$.])(?:[A-Za-z_$][\w$]{0,60}\.){1,6}[\w$]{1,60}")
_LIBRARY: Final = re.compile(
    r"\bpath\.(?:sep|posix|win32|delimiter|extname|dirname|basename|join|resolve|relative|normalize|isAbsolute)\b"
    r"|\b(?:os\.(?:path|sep)|filepath|Math|Object|JSON|Array|Number|String)\.\w+"
)
"""What is named only to have something done: two clauses that both have it need not speak of the same."""
_HANDED: Final = re.compile(r"\b([A-Za-z_$][\w$]{2,60})\(([^()]{3,200})\)")
"""A call, and what it is handed."""
_ASKER: Final = re.compile(
    r"(?i)(?<![\w.])(?:(?:req(?:uest)?|ctx|context|socket|self|this|g|c|event|locals|info)\??\.(?:\w+\??\.){0,2})?"
    r"(?:session|user|current_?user|viewer|caller|actor|me|principal|auth|account)(?:\??\.\w+)*+\s*(?:[,)]|$)"
)
"""Who asks, as all of an argument."""
_LOOKS_UP: Final = re.compile(
    r"(?<![\w.])[A-Za-z_]\w{0,60}(?:\.\w{1,60}(?:\(\))?){0,8}\.(?:find|get|load|fetch)\w{0,60}\("
)
_SPELT: Final = re.compile(
    r"f\"[^\"{]{0,60}\{[^\"]{8,120}\"|f'[^'{]{0,60}\{[^']{8,120}'|`[^`$]{0,60}\$\{[^`]{8,120}`"
    r"|(?<![\w.])[\w.]{1,60}\s*\+\s*(?:\"[^\"]{1,40}\"|'[^']{1,40}')\s*\+\s*[\w.]{1,60}"
)
"""Text that is put together."""
_DONE: Final = re.compile(
    r"(?<![\w.$])[\w$]{1,40}(?:\.[\w$]{1,40}){1,5}\([^()]{8,80}\)|\bopen\([^()]{8,80}\)"
)
"""A call of something's function with more than a name."""
_MOST_INLINED: Final = 100
"""Conditions of deleted functions that are looked for in other code."""
_WHOLE: Final = re.compile(r"\bfullmatch\(|\.matches\(|[\"'`/]\^[^\"'`^]{3,200}\$[\"'`/]|\\A.{3,200}\\[zZ]")
"""A pattern that a text has to match from end to end."""
_KEPT: Final = re.compile(r"\b_?[A-Z][A-Z_]{2,60}\.(?:fullmatch|match|test)\(")
"""A pattern that the program keeps under a name, to hold texts against."""
_HOOK: Final = re.compile(
    r"@[\w.]*(?:before_(?:app_)?request|url_value_preprocessor|middleware|on_request)\b"
)
"""A decorator of what runs before every request."""
_RAISES: Final = re.compile(r"(?:raise|throw|return\s+(?:errors?\.|fmt\.Errorf))\b")
_SCHEME: Final = re.compile(r"(?i)\b(?:protocol|scheme)\b(?:\s*[!=]==?|\.startswith)")
_CALLED: Final = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]{2,})\s*\(")
_ASKS: Final = re.compile(r"[\w$)\]]\??(\.\w{1,40}\(\(?\"[^\"]{1,60}\"\)?\))")
"""A method that asks a value for a text that is written out."""
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][\w$]{2,}")
_WORDS: Final = frozenset(
    {"not", "and", "len", "null", "None", "NULL", "nil", "true", "false", "self", "this"}
)


class Judged(NamedTuple):
    """What a clause protects against, and how sure that is."""

    family: Family
    confidence: Confidence
    weight: int
    clause: str

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """What tells which family a condition belongs to."""
        return (not self.family.vague, self.weight, self.confidence, self.family.severity)


class _Fresh(NamedTuple):
    """A clause that only the new side has: what it protects against, and the names that it works on."""

    clause: str
    families: frozenset[str]
    names: set[str]


@dataclass(frozen=True)
class Guards:
    """The conditions on both sides of a window. `helpers` are functions that the change deletes."""

    comparison: Comparison
    book: FamilyBook
    helpers: Helpers = field(default_factory=dict)

    def losses(self) -> Iterator[Loss]:
        """One loss for each condition that lost clauses which protect."""
        for condition in self.comparison.conditions_before:
            gone = [clause for clause in condition.clauses if self._is_gone(clause, condition)]
            judged = [one for clause in gone if (one := self.judge(clause, condition))]
            judged = [one for one in judged if not self._replaced(one, condition.statement)]
            if judged and (condition.leaves or condition.unwrapped or self._asks_less(condition, gone)):
                yield self._loss(condition, gone, max(judged, key=lambda one: one.rank))

        yield from self._unasked()

    def _unasked(self) -> Iterator[Loss]:
        """Whose a record is was asked in a function that is gone, and the same look-up is done without."""
        gone = self.comparison.conditions_lost
        for at, condition in enumerate(gone):
            judged = [one for clause in condition.clauses if (one := self.judge(clause, condition))]
            owns = [one for one in judged if one.family.id == _OWNERSHIP and self._is_forgotten(one.clause)]
            if owns and condition.leaves and self._is_done_elsewhere(condition.statement.owner):
                yield self._loss(condition, list(condition.clauses), owns[0])
            elif condition.refuses and self._was_hooked(condition.statement):
                sure = [one for one in judged if one.confidence > Confidence.LOW and not one.family.vague]
                if sure:
                    yield self._loss(condition, list(condition.clauses), max(sure, key=lambda one: one.rank))
            elif condition.refuses and at < _MOST_INLINED:
                yield from self._inlined(condition, judged)

    def _was_hooked(self, refusal: Statement) -> bool:
        """Whether a refusal stood in a function that ran before every request, and nothing does now."""
        home = refusal.around[-1] if refusal.around else refusal
        at = self.comparison.place(home)
        above = takewhile(lambda one: one.text.startswith("@"), reversed(self.comparison.old[:at]))
        hooked = any(one.changed and _HOOK.match(one.text) for one in above)
        if not hooked or self.comparison.kept.mentions(defined(home.text).rpartition(".")[2]):
            return False
        added, language = self.comparison.added, self.comparison.window.language
        asks = (shown for one in added for shown in self.book.shown(one.text, language, Kind.MARK, Kind.CALL))
        return not any(_HOOK.match(one.text) for one in added) and not any(
            shown.family.id in (_LOGIN, _PERMISSION) for shown in asks
        )

    def _inlined(self, condition: Condition, judged: Iterable[Judged]) -> Iterator[Loss]:
        """What a deleted function refused is done by other code now, word for word, without the refusal."""
        for one in judged:
            sure = one.confidence > Confidence.LOW and not one.family.vague and one.family.id != _OWNERSHIP
            asked = _names(one.clause)
            if not sure or any(map(self.comparison.kept.mentions, filter(str.isupper, asked))):
                continue
            there = self._doing(condition.statement, asked)
            if there and self._is_gone(one.clause, condition) and not self._replaced(one, there):
                loss = self._loss(condition, list(condition.clauses), one)
                yield replace(loss, side=Side.NEW, line=there.first, how="no longer comes first")
                return

    def _doing(self, refusal: Statement, names: set[str]) -> Statement | None:
        """The added statement that does with some names what followed a refusal in a deleted function."""
        at = self.comparison.place(refusal)
        behind = [one for one in self.comparison.old[at + 1 : at + _FEW] if one.around == refusal.around]
        acts = (
            found[0]
            for one in behind
            if one.changed and not _RAISES.match(one.text)
            for act in (_SPELT, _DONE)
            for found in act.finditer(one.text)
            if names & set(_WORD.findall(found[0]))
        )
        return next(filter(None, map(self.comparison.adding, acts)), None)

    def _is_forgotten(self, clause: str) -> bool:
        """Whether no added line names the member that was compared, `note.ownerId`, or who was asked for."""
        compared = _COMPARED.search(key(clause))
        sides = [part for part in compared.groups() if "." in part] if compared else []
        if not sides or self.comparison.kept.mentions(sides[0].rpartition(".")[2]):
            return False
        return sides[-1] not in self.comparison.added_text  # nor hands on who asks

    def _is_done_elsewhere(self, owner: str) -> bool:
        """Whether a look-up that a deleted function did is among what is added."""
        body = (one.text for one in self.comparison.homeless if one.owner == owner)
        looks = (found[0] for text in body for found in _LOOKS_UP.finditer(text))
        return any(squeezed(look) in self.comparison.added_text for look in looks)

    def judge(self, clause: str, condition: Condition) -> Judged | None:
        """What a clause protects against by what it says, and by what is done when it holds."""
        if _PRESENCE.search(clause) and not _IDENTITY.search(clause):
            return None
        for name in _CALLED.findall(masked(clause)):
            if name in self.helpers:
                family, sure = self.helpers[name]
                return Judged(family, self._less_sure(sure, condition), _AGREED, clause)
        language = self.comparison.window.language
        plain = [(2, shown) for shown in self.book.shown(clause, language, Kind.GUARD)]
        said = plain or [
            (2, shown) for shown in self.book.shown(self._unfolded(clause), language, Kind.GUARD)
        ]
        done = [
            (1, shown) for shown in self.book.shown(condition.body, language, Kind.EXIT) if condition.refuses
        ]
        found: dict[str, Judged] = {}
        for weight, (family, sign, _) in (*said, *done):
            if sign.refuses and not condition.refuses:
                continue
            if family.vague and not self._telling(clause, condition):
                continue
            if sign.about and not sign.about.search(f"{condition.statement.owner} {condition.body}"):
                continue
            sure = self._less_sure(sign.confidence, condition)
            before = found.get(family.id) or Judged(family, sure, 0, clause)
            found[family.id] = before._replace(
                weight=before.weight | (_AGREED if sign.about else weight),
                confidence=max(sure, before.confidence),
            )
        if _PERMISSION in found and any(_ASKER.search(one[2]) for one in _HANDED.finditer(clause)):
            found.pop(_LOGIN, None)  # `isMember(id, session.user.id)` knows who it is already
        return max(found.values(), key=lambda one: one.rank, default=None)

    def _less_sure(self, sure: Confidence, condition: Condition) -> Confidence:
        """What a condition only surrounded may be asked for by others, so that it is one step less sure."""
        if condition.leaves or any(map(_is_whole, condition.clauses)):
            return sure
        return Confidence(max(sure - 1, Confidence.LOW))

    def _asks_less(self, condition: Condition, gone: Iterable[str]) -> bool:
        """Whether the same is done under the same conditions but that a text need not look like something."""
        now = self.comparison.successor(condition.statement)
        after = next((one for one in self.comparison.conditions_after if one.statement is now), None)
        rest = {key(clause) for clause in condition.clauses if clause not in gone}
        same = after is not None and rest and rest == {key(clause) for clause in after.clauses}
        return bool(same) and not any(map(negated, gone)) and all(map(_KEPT.search, gone))

    def _telling(self, clause: str, condition: Condition) -> bool:
        """Whether a condition of no known purpose is worth a word.

        It refuses, or asks for all of a text to look like something, and little else was taken away.
        """
        removed, added = len(self.comparison.removed), len(self.comparison.added)
        rewritten = removed > _FEW or added > removed // 2
        if condition.statement.text.startswith("assert"):
            return False
        return self._asks_less(condition, [clause]) if rewritten else condition.refuses or _is_whole(clause)

    def _is_gone(self, clause: str, condition: Condition) -> bool:
        """Whether nothing says this any more, about names that are still in use."""
        bare = key(clause)
        comparison = self.comparison
        if len(bare) < _SHORTEST or bare in comparison.kept.keys or bare in comparison.keys_after:
            return False
        if self._is_said(bare) or self._is_asked_otherwise(bare):
            return False
        if self._is_asked_of_another(clause, condition.statement.owner):
            return False
        return condition.unwrapped or not any(map(self._is_orphan, _names(clause)))

    def _is_said(self, bare: str) -> bool:
        """Whether what is added says a clause, and does not merely give it a name that decides nothing."""
        asked = (f"{bare}&&", f"{bare}and") if _MEMBER.fullmatch(bare) else ()
        if any(one in self.comparison.added_text for one in asked):
            return True  # `!profile.verified` is asked as `profile.verified && find(profile)`
        said = bare in self.comparison.added_text and any(
            bare in squeezed(one.text) and (not ASSIGNED.match(one.text) or _FUNCTION.search(one.text))
            for one in self.comparison.added
        )
        return said or self._is_named(bare)

    def _is_asked_of_another(self, clause: str, owner: str) -> bool:
        """Whether the same function asks the same, by another name: `f.endsWith(".pdf")`, once `e.name`'s."""
        asked = _ASKS.search(squeezed(clause))
        return asked is not None and any(
            asked[1] in squeezed(one.text) and not _LOGS.match(one.text)
            for one in self.comparison.added
            if one.owner == owner and owner
        )

    def _is_named(self, bare: str) -> bool:
        """Whether a name now stands for what a clause says, and decides: `const inside = ours(file)`."""
        names: set[str] = set()
        for name, text in self._made_anew.items():
            if bare in key(text) or names & set(_WORD.findall(text)):
                names.add(name)
        asked = (clause for one in self.comparison.conditions_after for clause in one.clauses)
        if not names or any(names & set(_WORD.findall(clause)) for clause in asked):
            return bool(names)
        decides = re.compile(_DECIDES.format(name="|".join(map(re.escape, names))))
        return any(decides.search(one.text) for one in self.comparison.added if not _LOGS.match(one.text))

    def _is_asked_otherwise(self, bare: str) -> bool:
        """Whether the opposite is said now, not as a condition: `const ours = a === b`."""
        other = _opposite(bare)
        if (found := _COMPARED.fullmatch(bare)) and self._looks_up(*found.groups()):
            return True
        return other != bare and other not in self.comparison.keys_after and other in self._done(other)

    def _looks_up(self, member: str, wanted: str) -> bool:
        """Whether a member that had to equal something is now looked for with it: `{ ownerId: user.id }`."""
        ways = rf"(?<![\w.]){re.escape(member.rpartition('.')[2])}[:=]{re.escape(wanted)}(?![\w.])"
        return "." in member and re.search(ways, self._done(wanted)) is not None

    def _done(self, told: str) -> str:
        """What is added and does something: what is only logged, or stands in a text, asks nothing."""
        added = [one.text for one in self.comparison.added if not _LOGS.match(one.text)]
        return "\n".join(squeezed(text if _QUOTE.search(told) else masked(text)) for text in added)

    def _is_orphan(self, name: str) -> bool:
        """Whether the change takes a name away, with all that it was made of.

        Constants and counters are measures, which nothing was made of.
        """
        if name.isupper() or name not in self._made or self.comparison.works_on([name]):
            return False
        made = _names(self._made[name]) - {name}
        return bool(made) and not self.comparison.works_on(made)

    def _unfolded(self, clause: str) -> str:
        """A clause with what the names in it were made of."""
        return " ".join(filter(None, (clause, self.made_of(clause))))

    def made_of(self, clause: str) -> str:
        """What the names in a clause were made of by statements that are gone as well."""
        return " ".join(filter(None, (self._made.get(name, "") for name in _names(clause))))

    @cached_property
    def _made(self) -> dict[str, str]:
        return _made_by(self.comparison.removed)

    @cached_property
    def _made_anew(self) -> dict[str, str]:
        """What names stand for that the change adds: `const inside = file.startsWith(root)`."""
        return _made_by(self.comparison.added)

    def _replaced(self, judged: Judged, statement: Statement) -> bool:
        """Whether a check of the same kind, or one of the same names, took the place of this one."""
        if self._fresh_calls or judged.family.id in self._fresh_signs:
            return True
        if moved_into(self.comparison, self.book, statement, judged.family):
            return True
        if judged.family.id == _OWNERSHIP and self._hands_on(judged.clause, statement.owner):
            return True
        names, form = _names(judged.clause), _form(judged.clause)
        fresh = [one for one in self._fresh if not _is_about_another(judged.clause, one.clause)]
        if _SCHEME.search(judged.clause) and not any(_SCHEME.search(one.clause) for one in fresh):
            return False  # the same host is not the same scheme
        same = (one for one in fresh if _form(one.clause) == form or _form(one.clause) not in self._forms)
        return any(judged.family.id in one.families for one in fresh) or any(
            names & one.names for one in same
        )

    def _hands_on(self, clause: str, owner: str) -> bool:
        """Whether a call in the same function is now told who asks, and may look for what is theirs alone."""
        before, after = (
            "\n".join(one.text for one in each if one.owner == owner and not one.text.startswith(_BRANCHES))
            for each in (self.comparison.removed, self.comparison.added)
        )
        who = [name for name in _DOTTED.findall(masked(clause)) if _WHO.search(name) and name not in before]
        return any(re.search(rf"[(,] *(?:\w+ *[=:] *)?{re.escape(name)}\b", after) for name in who)

    @cached_property
    def _fresh_signs(self) -> frozenset[str]:
        """The families of calls that protect, which no removed statement made."""
        language = self.comparison.window.language
        before, after = (
            {
                (shown.family.id, shown.what)
                for one in each
                for shown in self.book.shown(one.text, language, Kind.CALL)
                if shown.sign.languages
            }
            for each in (self.comparison.removed, self.comparison.added)
        )
        return frozenset(family for family, _ in after - before)

    @cached_property
    def _forms(self) -> frozenset[str]:
        """What old clauses look like, by whatever names: one of them may only have been renamed."""
        return frozenset(_form(clause) for one in self.comparison.conditions_before for clause in one.clauses)

    @cached_property
    def _fresh(self) -> list[_Fresh]:
        """The clauses that only the new side has."""
        before = {key(clause) for one in self.comparison.conditions_before for clause in one.clauses}
        after = [(clause, one) for one in self.comparison.conditions_after for clause in one.clauses]
        fresh = [(clause, one) for clause, one in after if key(clause) not in before]
        made = self._made_anew.keys()
        found = []
        for clause, one in fresh:
            # A name stands for what it was made of: `const inside = file.startsWith(root)`.
            said = (clause, *(self._made_anew[name] for name in _names(clause) & made))
            judged = (self.judge(text, one) for text in said)
            families = frozenset(told.family.id for told in judged if told)
            found.append(_Fresh(clause, families, _names(clause)))
        return found

    @cached_property
    def _fresh_calls(self) -> list[Statement]:
        """Added statements that call a test which was not called before."""
        changed = (line.code for line in self.comparison.window.old if line.changed)  # those that moved, too
        before = {found for code in changed for found in _CHECKING.findall(code)}
        added = self.comparison.added
        return [one for one in added if any(call not in before for call in _CHECKING.findall(one.text))]

    def _loss(self, condition: Condition, gone: list[str], judged: Judged) -> Loss:
        rest = [part for part in condition.clauses if part not in gone]
        successor = self.comparison.successor(condition.statement) if rest else None
        what = judged.clause if rest else condition.statement.text
        loss = lost(self.comparison, condition.statement, judged.family, judged.confidence, what, successor)
        if loss.side is Side.NEW or condition.unwrapped:
            return loss
        names = _names(f"{judged.clause} {condition.body}")
        there = unchecked(self.comparison, condition.statement, names)
        return replace(loss, side=Side.NEW, line=there.first, how="no longer comes first") if there else loss


def _is_whole(clause: str) -> bool:
    """Whether all of a text has to look like something."""
    return _WHOLE.search(clause) is not None


def _is_about_another(before: str, after: str) -> bool:
    """Whether the same check is handed somebody else than who asks: `isMember(id, other)`."""
    asked = {found[1]: _ASKER.search(found[2]) for found in _HANDED.finditer(before)}
    return any(
        asked.get(found[1]) is not None and not _ASKER.search(found[2]) for found in _HANDED.finditer(after)
    )


def _made_by(every: Iterable[Statement]) -> dict[str, str]:
    """The statements by the names that they assign to."""
    made = {}
    for statement in every:
        if found := ASSIGNED.match(statement.text):
            made[found[1]] = statement.text
    return made


def _opposite(clause: str) -> str:
    """A comparison for equality as one for inequality, and the other way round."""
    return re.sub(r"([!=])=(?==|[^=])", lambda found: "==" if found[1] == "!" else "!=", clause, count=1)


def _form(clause: str) -> str:
    """A clause with blanks for what it works on, whether a name or a member of one."""
    return re.sub(r"_(?:\??\._)+(?!\w)", "_", re.sub(r"[A-Za-z_][\w$]*(?![\w$]|\s*\()", "_", key(clause)))


def _names(clause: str) -> set[str]:
    """The names that a clause works on; those that it calls if it has no others."""
    every = set(_IDENTIFIER.findall(_LIBRARY.sub("", masked(clause)))) - _WORDS
    return {name for name in every if not re.search(rf"(?<![\w$]){re.escape(name)}\s*\(", clause)}
