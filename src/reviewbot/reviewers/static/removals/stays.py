"""Whether what a protection stood on is still there without it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.statements import Statement, defined

_DECORATOR: Final = re.compile(r"@\w|\[\w|#\[")
_NAME: Final = re.compile(r"(?<!\w)[A-Za-z_][\w$]*(?![\w$])(?!\s*:)")
_WORDING: Final = re.compile(r"\"[\w .:/-]{0,40}\"|'[\w .:/-]{0,40}'")
"""A text that names nothing: `requireRole("owner")`."""
_BELOW: Final = 12
_NEIGHBOURS: Final = 3
_ROOM: Final = 40
_ALONE: Final = re.compile(
    r"(?:await\s+|return\s+|yield\s+|del\s+|delete\s+)?(?:(?:(?:const|let|var|auto|final)\s+)?[\w$.:>\-\[\]\"']+\s*"
    r"(?::?=|\+=)\s*)?(?:[\w.]+\(\s*\(\)\s*=>\s*)?(?:await\s+|new\s+|!)?\(?[\w$.:>\-]*[!?]?\s*[(;]?"
)
_CHOSEN: Final = re.compile(r"[?:]\s*(?:[\w$]{1,40}\.){0,4}$")
"""Before one of two values: `polluted ? "" : clean(value)`."""
_LAST: Final = re.compile(r"\w*\s*\([^()]{0,80}\)\s*;?")
_CHAINED: Final = re.compile(r"(?:\.\w{1,40}\([^()]{0,80}\)){0,9}\s*;?")
_LOOP: Final = re.compile(r"for(?:each)?\s*\(?\s*(?:const |let |var )?\$?(\w+)\s+(?:in|of)\s+\$?(\w+)")
_OPENED: Final = re.compile(r"(?<![\w$.])([\w$.]{1,80})\([^()]{0,80}\{$")
"""A call whose options stand on the lines below: another library has other ones."""
_MEMBER: Final = re.compile(r"\(((?:\w+\.)+\w+)[,)]")
_LIMIT: Final = re.compile(r"(\w{4,60})[\"']?\s*[:=]\s*([A-Z][A-Z0-9_]{2,60}|\d[\d_]{0,20})\b")
"""An option that sets a limit, as a number or by the name of one."""
_WORD: Final = 7
"""Letters at the end of an option's name that tell what it is about: `timeout`."""
_ASSIGNED: Final = re.compile(r"(?:(?:const|let|var|auto|final|\w+)\s+)?\$?([\w.]+)\s*:?=(?!=)")


@dataclass(frozen=True)
class Stays:
    """What the new side of a window has of the old one."""

    comparison: Comparison

    def argument(self, statement: Statement, what: str) -> bool:
        """Whether what went through a call is there, and does not go through it."""
        successor = self.comparison.successor(statement)
        if self.comparison.kept.adds(what, self.comparison.window.path):
            return False
        if successor or not statement.whole:
            names = self._arguments(statement.text, what)
            return not names or bool(names & self.comparison.added_words)
        if self.comparison.rewritten or not self._leads(statement.text, what):
            return False
        if found := _ASSIGNED.match(statement.text):
            made = re.findall(r"\w+", found[1])
            return self.comparison.works_on(made) or self._goes_on_raw(statement.text, what, made)
        if statement.text.startswith("new ") and statement.text.endswith(","):
            return self._has_lasting_neighbour(statement)
        used = statement.names - set(re.findall(r"[\w$]+", what)[-1:])
        used = used | self._gone_through(statement, used)
        return not used or self.comparison.works_on(used)

    def _gone_through(self, statement: Statement, names: frozenset[str] | set[str]) -> set[str]:
        """What a loop right above went through that is gone as well, if one of these names stands for it."""
        at = self.comparison.place(statement)
        above = self.comparison.old[at - 1] if at else statement
        found = _LOOP.match(above.text) if above.changed and above.indent < statement.indent else None
        return {found[2]} if found and found[1] in names else set()

    def _goes_on_raw(self, text: str, what: str, made: Sequence[str]) -> bool:
        """Whether what a call got stands where that stood which was made of it.

        Or whether the very member that it got stands in what is added: `check(hook.url)`.
        """
        raw, successor = self._arguments(text, what), self.comparison.successor
        used = (one for one in self.comparison.removed if one.words.intersection(made))
        if any((new := successor(one)) and raw & new.words and not raw & one.words for one in used):
            return True
        behind = squeezed(text[text.find(what) + len(what) :])
        member = _MEMBER.match(behind)
        return member is not None and member[1] in self.comparison.added_text

    def _arguments(self, text: str, what: str) -> set[str]:
        """The names that a call gets, as far as they stand close behind it."""
        behind = _WORDING.sub("", text[text.find(what) + len(what) :])[:_ROOM]
        return set(_NAME.findall(behind.partition(")")[0])) if behind.lstrip().startswith("(") else set()

    def line(self, statement: Statement, what: str) -> bool:
        """Whether what a mark stood on is there: what a decorator decorates, the code around a setting."""
        if not _DECORATOR.match(statement.text):
            return bool(self.comparison.successor(statement)) or not self._moved(what)
        name = self._decorated(statement)
        return name is not None and name not in set(self._marked(what))

    def option(self, statement: Statement, what: str) -> bool:
        """Whether the call or the table that lost an option is there."""
        if self._is_kept_otherwise(what):
            return False
        if self.comparison.successor(statement):
            return True
        if self._moved(what):
            return False
        if self._has_lost_its_holder(statement):
            return False
        return not statement.whole or (
            len(statement.text) <= len(what) + _ROOM and self._has_neighbour(statement)
        )

    def _is_kept_otherwise(self, what: str) -> bool:
        """Whether the limit that an option set is another's now: `AbortSignal.timeout(9)`, `size > MAX`."""
        found = _LIMIT.search(what)
        if found is None:
            return False
        name, limit = re.escape(found[1][-_WORD:]), re.escape(found[2])
        added = self.comparison.added_text
        if not limit[0].isdigit() and re.search(rf"[<>]=?(?:\w+\.)*{limit}\b|\b{limit}[<>]", added):
            return True
        return re.search(rf"(?i:{name})\w*\({limit}\)", added) is not None

    def _has_lost_its_holder(self, statement: Statement) -> bool:
        """Whether the call that an option stands in, lines above, is gone."""
        head = self._head(statement)
        opens = head is not None and head.whole and head.text.endswith(("(", "{", "["))
        return opens and head is not None and self.comparison.successor(head) is None

    def _head(self, statement: Statement) -> Statement | None:
        """What a statement stands in, lines above."""
        at = self.comparison.place(statement)
        near = self.comparison.old[max(at - _BELOW, 0) : at]
        return next((one for one in reversed(near) if one.indent < statement.indent), None)

    def holder(self, statement: Statement, what: str) -> bool:
        """Whether the call that an option was given to, if any, is still made, and not another's."""
        name = _holder(statement.text, what)
        head = self._head(statement)
        called = _OPENED.search(head.text) if head and head.changed else None
        successor = self.comparison.successor(head) if head and called else None
        if called and successor and called[1].rpartition(".")[2] not in successor.text:
            return False
        return not name or name in self.comparison.words

    def _lives_on(self, definition: Statement) -> bool:
        """Whether most of what a function did is done by another one now."""
        body = [one for one in self.comparison.old if any(around is definition for around in one.around)]
        left = sum(not one.changed or self.comparison.goes_on(one) for one in body)
        return len(body) >= _NEIGHBOURS and left * 2 > len(body)

    def _leads(self, text: str, what: str) -> bool:
        """Whether a call is what its statement is about: the first one, or the last of a chain."""
        at = text.find(what)
        first = _ALONE.match(text)
        if _CHOSEN.search(text[:at]):
            return True
        last = _CHAINED if what.endswith(")") else _LAST
        return (first is not None and at <= first.end()) or last.fullmatch(text, at + len(what)) is not None

    def _moved(self, what: str) -> bool:
        words = re.findall(r"[\w$]{4,}", what)
        return bool(words) and all(map(self.comparison.kept.mentions, words))

    def _has_neighbour(self, statement: Statement) -> bool:
        """Whether a statement close to a removed one was there before, and stays."""
        at = self.comparison.place(statement)
        near = self.comparison.old[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]
        return any(not other.changed for other in near)

    def _has_lasting_neighbour(self, statement: Statement) -> bool:
        """Whether what stood right beside an entry of a list is there, changed or not."""
        at = self.comparison.place(statement)
        beside = (*self.comparison.old[max(at - 1, 0) : at], *self.comparison.old[at + 1 : at + 2])
        return any(not one.changed or self.comparison.successor(one) for one in beside)

    def _decorated(self, statement: Statement) -> str | None:
        """The name of what a removed decorator stood on; None if that is gone too."""
        at = self.comparison.place(statement)
        for other in self.comparison.old[at + 1 : at + _BELOW]:
            if name := defined(other.text):
                return name if name in self._names or self._lives_on(other) else None
            if not _DECORATOR.match(other.text):
                return None if other.changed else other.text
        return None

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(filter(None, (defined(statement.text) for statement in self.comparison.new)))

    def _marked(self, what: str) -> Iterator[str]:
        """The definitions on the new side below a decorator that says the same."""
        holds = False
        for statement in self.comparison.new:
            if _DECORATOR.match(statement.text):
                holds = holds or what in statement.text
            else:
                if holds:
                    yield defined(statement.text) or statement.text
                holds = False


def _holder(text: str, what: str) -> str:
    """The name of the call that an option is given to, "" if it is none."""
    depth = 0
    for at in range(text.find(what) - 1, 0, -1):
        depth += (text[at] in ")]}") - (text[at] in "([{")
        if depth < 0:
            found = re.search(r"(\w+)[!?]?\s*$", text[:at]) if text[at] == "(" else None
            return found[1] if found else ""
    return ""
