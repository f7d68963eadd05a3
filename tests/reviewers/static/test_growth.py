"""A long function keeps no rule busy: the time of each that looks through one grows with it, no faster."""

import time
from typing import Final

import pytest

from reviewbot.reviewers.static.passages import Passage
from reviewbot.reviewers.static.rulebook import Rulebook, load
from reviewbot.reviewers.static.ruling import Rules
from reviewbot.reviewers.static.structure import patterns_in

PAGES: Final = {page.rule.id: page for page in load().pages}
JS: Final = ("javascript", "function f(token, path, header) {\n", "\n}\n")
PYTHON: Final = ("python", "def f(token, path, header):\n", "\n")
BARE: Final = ("javascript", "const csrf = origin;\n", "\n")
SOCKET: Final = (
    "javascript",
    'io.on("c", (socket) => { const { user } = socket.data; socket.on("a", (id) => {\n',
    "\n}); });\n",
)
LONG: Final = [
    ("js-path-pollution", JS, "  const a# = Array.isArray(path) ? path : path.split('.');"),
    ("js-path-pollution", JS, "  a#[b#] = c; // .split("),
    ("js-path-pollution", JS, "  a#[b#] = path.split('.');"),
    ("js-compiled-name", JS, "  const a# = b#; new Function(a#, c);"),
    ("js-compiled-name", JS, "  const a# = options.a; new Function(a#, c); isValid(a#);"),
    ("js-form-types", BARE, "const a# = ['x-www-form-urlencoded', 'form-data'];"),
    ("js-form-types", BARE, "['x-www-form-urlencoded', 'form-data'],\\"),
    ("js-form-types", BARE, "const a# = /x-www-form-urlencoded|form-data|text\\/plain/;"),
    ("js-token-algorithm", JS, "  ALGORITHMS[header.alg].verify(a#);"),
    ("js-token-algorithm", JS, "  const a# = ALGORITHMS[header.alg]; b#.verify(c);"),
    ("js-token-algorithm", JS, "  verify(token, a#, { algorithms: [header.alg] });"),
    ("python-token-algorithm", PYTHON, "    ALGORITHMS[header['alg']].verify(a#)"),
    ("python-token-algorithm", PYTHON, "    a# = ALGORITHMS[header['alg']]; b#(verify)"),
    ("python-token-algorithm", PYTHON, "    alg = header['alg']; ALGORITHMS[alg].verify(a#)"),
    ("js-every-of-none", JS, "  const a# = path.filter(c); if (!a#.every((sig) => matches(sig))) return;"),
    ("js-every-of-none", JS, "  path.filter(c).every((sig) => matches(sig, a#));"),
    ("js-every-of-none", JS, "  for (const sig of a#) { if (!matches(sig)) return false; } return true;"),
    ("python-all-of-none", PYTHON, "    a# = [b for b in c if d]; all(signature(e) for e in a#)"),
    ("python-all-of-none", PYTHON, "    all(matches(signature) for signature in a# if signature)"),
    ("js-jwt-some-decoded", JS, "  const a# = jwt.decode(token); verify();"),
    ("js-socket-room", SOCKET, "  socket.join(a#);"),
]  # fmt: skip
SIZE: Final = 1_000
"""Lines at first: a rule that reads the whole function for each takes a second or more."""
SLACK: Final = 0.3
"""Seconds of the processor that are no growth yet."""


def text_of(frame: tuple[str, str, str], line: str, lines: int) -> Passage:
    language, head, tail = frame
    body = "\n".join(line.replace("#", str(at)) for at in range(lines))
    return Passage(f"code.{language}", language, 1, tuple((head + body + tail).split("\n")), complete=True)


def seconds(rule: str, frame: tuple[str, str, str], line: str, lines: int) -> float:
    """What the rule alone takes for a function of so many lines."""
    passage, book = text_of(frame, line, lines), Rulebook((PAGES[rule],))
    assert any(word in passage.text for word in PAGES[rule].rule.words), "the rule passes it over"
    began = time.process_time()
    patterns_in(passage, book, "")
    return time.process_time() - began


@pytest.mark.parametrize(("rule", "frame", "line"), LONG)
def test_a_rule_takes_no_longer_than_its_function_is(
    rule: str, frame: tuple[str, str, str], line: str
) -> None:
    once, fourfold = seconds(rule, frame, line, SIZE), seconds(rule, frame, line, SIZE * 4)
    assert fourfold < 8 * once + SLACK or fourfold < SLACK, (once, fourfold)


def test_markup_of_a_long_template_is_read_in_time() -> None:
    frame = ("vue", "<script>\nfunction f(a) { return a; }\n</script>\n<template>\n", "\n</template>\n")
    times = []
    for lines in (SIZE // 2, SIZE):
        began = time.process_time()
        list(Rules().detect([text_of(frame, '<p v-html="f(a#)" />', lines)]))
        times.append(time.process_time() - began)
    assert times[1] < 3 * times[0] + SLACK, times
