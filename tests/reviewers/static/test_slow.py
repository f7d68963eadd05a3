"""How slow a regular expression gets, beside a matcher that goes back and counts its steps."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.reviewers.static.slow import EXPONENTIAL, LINEAR, growth, is_exponential, patterns_of
from reviewbot.reviewers.static.slow.syntax import END, Choice, One, Part, Repeat, Row, Unreadable, parsed

WORDS = ["".join(letters) for size in (1, 2, 3) for letters in itertools.product("ab", repeat=size)]
MANY = 30_000
"""Steps after which the matcher gives up."""


class Matcher:
    """Tries one way after the other, as the engines of Python, JavaScript and Java do."""

    def __init__(self, pattern: str, text: str) -> None:
        self.text = text
        self.steps = 0
        next(self.ends(parsed(pattern)[0], 0), None)

    def ends(self, part: Part, at: int) -> Iterator[int]:
        """Where a part may end that begins at a place, first what is tried first."""
        match part:
            case One(of):
                self.steps += 1
                if self.steps > MANY:
                    raise RecursionError
                if of == END:
                    yield from [at] if at == len(self.text) else []
                elif at < len(self.text) and of >> ord(self.text[at]) & 1:
                    yield at + 1
            case Row(parts):
                yield from self.row(parts, at)
            case Choice(parts):
                for one in parts:
                    yield from self.ends(one, at)
            case Repeat():
                yield from self.times(part, at, 0)

    def row(self, parts: tuple[Part, ...], at: int) -> Iterator[int]:
        if not parts:
            yield at
        else:
            for there in self.ends(parts[0], at):
                yield from self.row(parts[1:], there)

    def times(self, part: Repeat, at: int, done: int) -> Iterator[int]:
        if part.lazy and done >= part.least:
            yield at
        if part.most is None or done < part.most:
            for there in self.ends(part.part, at):
                if there > at:
                    yield from self.times(part, there, done + 1)
        if not part.lazy and done >= part.least:
            yield at


def steps(pattern: str, text: str) -> int:
    try:
        return Matcher(pattern, text).steps
    except RecursionError:
        return MANY


def doubled(pattern: str) -> float:
    """So many times more steps does the worst text of its kind take that is twice as long."""
    worst = 1.0
    for before, word, after in itertools.product(("", "a", "b"), WORDS, ("!", "a!", "b!")):
        short, long = (steps(pattern, before + word * times + after) for times in (12, 24))
        worst = max(worst, long / max(short, 1))
    return worst


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$", r"^(a|a)*b", r"(a*)*b", r"^(\w+\s?)*$", r"(?:[^,]+,?)+;", r"([\w.-]+)+@", r"(a+b?)+$",
        r"^(?:\d+|\w+)*$", r"(?:(?:a|b)+c?)+d", r"<(\w+)(\s+[^>]*)*>", r"(.|\s)*?'$", r"(?P<x>a|[ab])+\Z",
        r"\[(?!\s*\])((?:\[[^\[\]]*\]|\\[\[\]]|[^\[\]])*)\]", r"(a{0,3})*b", r"([^]|x)*;",
        r"^(([a-z])+.)+[A-Z]([a-z]+)+$", r"(\x61|a)+$", r"([a-c]|[c-e])+$", r"(é|é)+x", "(?i)^(a|A)+$",
        r"^(?=(\w+\s?)*$).{1,80}$", r"(?<!(a|a)*b)c",
    ],
)  # fmt: skip
def test_two_ways_round_a_loop_take_exponential_time(pattern: str) -> None:
    assert growth(pattern) == EXPONENTIAL
    assert is_exponential(pattern)


@pytest.mark.parametrize(
    ("pattern", "power"),
    [
        (r"(.*)(.*)x", 2), (r"[{\[].*[\/]*.*[}\]]$", 3), (r"^\s*(\w+)\s*=\s*(.*?)\s*$", 3), (r"a*a*a*a*b", 4),
        (r"^ {0,3}\[(label)\]: *\n? *<?([^\s>]+)>?(?:(?: +\n? *| *\n *)(title))? *(?:\n+|$)", 2),
        (r"^ {0,3}\[(label)\]: *(?:\n *)?<?([^\s>]+)>?(?:(?: +(?:\n *)?| *\n *)(title))? *(?:\n+|$)", 1),
        (r"^a+$", 1), (r"^(a+b)+$", 1), (r"^[a-z0-9]+(-[a-z0-9]+)*$", 1), (r"^(\w+,)*\w+$", 1),
        (r"[\w.+-]+@[\w-]+\.[\w.]{2,}$", 1), (r'"((?!")[^\\]|\\.)*"', 1), (r"(\w+\s?)*", 1), (r"(.*)*$", 1),
        (r"(a+)+(b*)", 1), (r"(a|b)*c", 1), (r"(?>a+)+b", 1), (r"(a++)+b", 1), (r"(['\"]).*?\1+x", 1),
        (r"(?:\d{1,4}(?:;\d{0,4})*)?x", 1), (r"(a{2})+b", 1), (r"[^]a]+]", 1), (r"([^]]|])*x", 1), ("(", 1),
        (r"^(?:\p{L}|\p{N})+$", 1), ("^(?:[\u0430-\u044f]|\u0451)+$", 1),
        (r"(?:[\u2600-\u27ff]|[\u4e00-\u9fff])+ x$", 1),
        (r"\d+" * 30 + "x", 30), ("^(?:x0:)+" + "(.*?)," * 27 + "$", 28), (r"\p{L}*\p{L}*;", 2),
        ("a)", 1), ("[a", 1), ("\\", 1), ("(" * 40 + ")" * 40, 1), ("(a+)+" * 300, 1), ("a{", 1), ("{}*x", 1),
    ],
)  # fmt: skip
def test_loops_that_take_over_from_each_other_give_the_power(pattern: str, power: int) -> None:
    assert growth(pattern) == power
    assert not is_exponential(pattern)


def test_letters_are_the_same_where_the_pattern_says_so() -> None:
    assert growth("(A|a)*b") == LINEAR
    assert growth("(A|a)*b", ignore_case=True) == EXPONENTIAL


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (r"""re.compile(r"^\d+$")""", [r"^\d+$"]),
        (r"""re.compile("^\\d+\\.$")""", [r"^\d+\.$"]),
        (r"const A = /[/]\/(a|b)*/gi, b = c / d / e", [r"[/]\/(a|b)*"]),
        (r"text.replace(/ *, */g, `x`)", [" *, *", "x"]),
        ("x = 4 / 2 / 1 // 3", []),
        ("import a from '../b/c'", ["../b/c"]),
    ],
)
def test_patterns_are_read_as_the_program_means_them(code: str, expected: list[str]) -> None:
    assert list(patterns_of(code)) == expected


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", ".", "ab"]),
    lambda inner: st.one_of(
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*", "+", "?", "*?", "{0,2}"])),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("{}{}".format, inner, inner),
    ),
    max_leaves=4,
)


@given(PATTERNS, st.sampled_from(["", "$", "b$", "c"]))
@settings(max_examples=60, deadline=None)
def test_the_power_bounds_the_steps_of_a_matcher(pattern: str, end: str) -> None:
    power = growth(pattern + end)
    if power <= 3:
        assert doubled(pattern + end) < 2**power * 1.8


@given(st.text("ab\\()[]{}*+?|^$.,:=!<>-d1kx", max_size=40))
@settings(max_examples=300, deadline=None)
def test_whatever_is_no_pattern_is_left_alone(pattern: str) -> None:
    assert growth(pattern) >= LINEAR
    try:
        parsed(pattern)
    except Unreadable:
        assert growth(pattern) == LINEAR
