"""The parts of a regular expression, as Python, JavaScript, Java, Ruby and PHP write it.

Python's own parser is private to it and knows only its own dialect. What is read here is what the time of a
match depends on: which characters, one after the other or one or the other, how often.
"""

import re
from dataclasses import dataclass, field
from typing import Final, TypeAlias

LONGEST: Final = 1_000
"""Characters of a pattern that is looked at; a longer one was made by a program."""
DEEPEST: Final = 30
"""Groups within groups."""
_ASCII: Final = 128
_OTHERS: Final = 40
"""Letters, ranges and properties beyond ASCII that a pattern may name; each is taken to be one of its own."""
END: Final = 1 << (_ASCII + _OTHERS + 1)
"""The end of the text, as if it were a character."""
EVERYTHING: Final = END - 1
"""All of ASCII, what is named beyond it, and one place for every other character."""


def _mask(characters: str) -> int:
    """A set of characters of ASCII."""
    return sum({1 << ord(one) for one in characters})


_DIGITS: Final = _mask("0123456789")
_WORD: Final = _mask("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") | _DIGITS
_SPACE: Final = _mask(" \t\n\r\f\v")
_CLASSES: Final = {"d": _DIGITS, "w": _WORD, "s": _SPACE, "h": _mask(" \t"), "R": _mask("\n\r")}
_NAMED: Final = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0", "a": "\a", "e": "\x1b"}
_NOWHERE: Final = frozenset("bBAGKQE")
"""Escapes that match a place, no character."""
_GROUP: Final = re.compile(
    r"\?(?:(?P<look><?[=!])|(?P<atomic>>)|P?<\w+>|'\w+'|:|[a-zA-Z-]{1,9}:|(?P<flags>[a-zA-Z-]{1,9}\))"
    r"|(?P<comment>#[^)]*\))|(?P<again>P=\w+\)))"
)
_IGNORES: Final = re.compile(r"\(\?[a-z]{0,8}i[a-z]{0,8}\)")
_TIMES: Final = re.compile(r"\{(?=,?\d)(\d{1,5})?(?P<more>,)?(\d{1,5})?\}|[*+?]")
_CODE: Final = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|[ux]\{([0-9a-fA-F]{1,6})\}|c([A-Za-z])")
_PROPERTY: Final = re.compile(r"\{[^}]{1,40}\}|\w?")
_POSIX: Final = re.compile(r"\[:\^?\w{1,9}:\]")
_REFERENCE: Final = re.compile(r"k<\w+>|k\{\w+\}|[1-9]\d?")


@dataclass(frozen=True, slots=True)
class One:
    """A single character out of a set; bits as in `EVERYTHING`, or `END`."""

    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after the other; none: nothing."""

    parts: "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts."""

    parts: "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part several times; `most` is None where there is no bound."""

    part: "Part"
    least: int
    most: int | None
    lazy: bool = False


Part: TypeAlias = One | Row | Choice | Repeat
NOTHING: Final = Row(())
_SIMPLE: Final[dict[str, Part]] = {".": One(EVERYTHING & ~_mask("\n")), "^": NOTHING, "$": One(END)}


class Unreadable(Exception):  # noqa: N818 - a pattern that is left alone, no failure
    """A pattern that is none, too long or too deep, refers back, or never goes back (`(?>…)`, `a++`)."""


def parsed(pattern: str, *, ignore_case: bool = False) -> tuple[Part, ...]:
    """What a pattern consists of, and behind it what it looks ahead or back for.

    Raises:
        Unreadable: it cannot be told.
    """
    if len(pattern) > LONGEST:
        raise Unreadable
    reader = _Reader(pattern, ignore_case=ignore_case or _IGNORES.match(pattern) is not None)
    part = reader.choice(0)
    if reader.at < len(pattern):
        raise Unreadable
    return part, *reader.looks


@dataclass(slots=True)
class _Reader:
    text: str
    ignore_case: bool
    at: int = 0
    looks: list[Part] = field(default_factory=list)
    others: dict[object, int] = field(default_factory=dict)
    """By what is named beyond ASCII, the place that stands for it."""

    def choice(self, depth: int) -> Part:
        if depth > DEEPEST:
            raise Unreadable
        rows = [self.row(depth)]
        while self.next() == "|":
            self.at += 1
            rows.append(self.row(depth))
        return rows[0] if len(rows) == 1 else Choice(tuple(rows))

    def row(self, depth: int) -> Part:
        parts: list[Part] = []
        while self.next() not in ("", "|", ")"):
            parts.append(self.times(self.atom(depth)))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def next(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if found := pattern.match(self.text, self.at):
            self.at = found.end()
        return found

    def times(self, part: Part) -> Part:
        while self.next() and self.next() in "*+?{" and (found := self.take(_TIMES)):
            if self.next() == "+":
                raise Unreadable
            lazy = self.next() == "?"
            self.at += lazy
            part = Repeat(part, *_bounds(found), lazy)
        return part

    def atom(self, depth: int) -> Part:
        first = self.next()
        self.at += 1
        if first == "(":
            return self.group(depth)
        if first == "\\":
            return self.escape()
        if first in _SIMPLE:
            return _SIMPLE[first]
        return One(self.folded(self.members() if first == "[" else self.held(first)))

    def group(self, depth: int) -> Part:
        kind = self.take(_GROUP)
        if kind and (kind["flags"] or kind["comment"]):
            return NOTHING
        if kind and (kind["atomic"] or kind["again"]):
            raise Unreadable
        part = self.choice(depth + 1)
        if self.next() != ")":
            raise Unreadable
        self.at += 1
        if kind is None or not kind["look"]:
            return part
        self.looks.append(part)
        return self.without(part.of) if kind["look"] == "?!" and isinstance(part, One) else NOTHING

    def held(self, what: str, high: str = "") -> int:
        """The place of a character, or of a range up to another one."""
        first, last = ord(what), ord(high or what)
        ascii_part = sum(1 << code for code in range(first, min(last + 1, _ASCII)))
        return ascii_part if last < _ASCII else ascii_part | self.beyond((first, last))

    def beyond(self, named: object) -> int:
        """The place of something beyond ASCII."""
        place = self.others.setdefault(named, len(self.others))
        if place >= _OTHERS:
            raise Unreadable
        return 1 << (_ASCII + place)

    def without(self, held: int) -> Part:
        """What follows `(?!a)`, as far as it is a single character."""
        before = self.at
        if self.next() not in ("", "|", ")", "(", "^", "$") and isinstance(part := self.atom(0), One):
            return One(part.of & ~held)
        self.at = before
        return NOTHING

    def escape(self) -> Part:
        if self.take(_REFERENCE):
            raise Unreadable
        if self.next() in ("Z", "z"):
            self.at += 1
            return One(END)
        if self.next() in _NOWHERE:
            self.at += 1
            return NOTHING
        held = self.escaped()
        return One(self.folded(held if isinstance(held, int) else self.held(held)))

    def escaped(self) -> int | str:
        """What an escape stands for, in a class or outside: a set, or one character."""
        if code := self.take(_CODE):
            number = code[1] or code[2] or code[3]
            return chr(min(int(number, 16), 0x10FFFF) if number else ord(code[4]) % 32)
        letter = self.next()
        if not letter:
            raise Unreadable
        self.at += 1
        if letter in "pP":
            named = self.take(_PROPERTY)
            held = self.beyond(named[0] if named else "")
        else:
            held = _CLASSES.get(letter, _CLASSES.get(letter.lower(), 0) if letter.isupper() else 0)
        if held:
            return held if letter in _CLASSES or letter == "p" else EVERYTHING & ~held
        return _NAMED.get(letter, letter)

    def members(self) -> int:
        """The characters of a class, behind its first bracket."""
        if against := self.next() == "^":
            self.at += 1
        held = self.member() if self.begins_with_bracket(against=against) else 0
        while self.next() != "]":
            held |= self.member()
        self.at += 1
        return EVERYTHING & ~held if against else held

    def begins_with_bracket(self, *, against: bool) -> bool:
        """Whether a bracket that comes first is a member, as in Python; in JavaScript `[^]` is anything."""
        if self.next() != "]":
            return False
        return self.text[self.at + 1 :][:1] == "]" if against else "]" in self.text[self.at + 1 :]

    def member(self) -> int:
        if self.take(_POSIX):
            return _WORD
        low = self.single()
        if isinstance(low, int):
            return low
        if self.next() == "-" and self.text[self.at + 1 : self.at + 2] not in ("", "]"):
            self.at += 1
            high = self.single()
            if isinstance(high, int):
                return self.held(low) | self.held("-") | high
            return self.held(low, high) if high >= low else self.held(low) | self.held(high)
        return self.held(low)

    def single(self) -> int | str:
        letter = self.next()
        if not letter:
            raise Unreadable
        self.at += 1
        return self.escaped() if letter == "\\" else letter

    def folded(self, held: int) -> int:
        if not self.ignore_case:
            return held
        upper = held & _mask("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        lower = held & _mask("abcdefghijklmnopqrstuvwxyz")
        return held | upper << 32 | lower >> 32


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    match found[0]:
        case "*":
            return 0, None
        case "+":
            return 1, None
        case "?":
            return 0, 1
        case _:
            least = int(found[1] or 0)
            return least, (int(found[3]) if found[3] else None) if found["more"] else least
