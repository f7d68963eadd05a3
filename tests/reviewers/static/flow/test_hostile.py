"""Programs that are made to take for ever, or that no grammar likes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewbot.reviewers.static.flow.engine import Engine
from reviewbot.reviewers.static.flow.program import MOST_HELD, MOST_OF_ALL, Program, Text
from reviewbot.reviewers.static.passages import Passage, Unreadable
from reviewers.static.flow.small_programs import sinks
from reviewers.static.flow.tracing import rules

CODE = (
    "def view(request, cursor, x):",
    "    name = request.GET['n']",
    "    cursor.execute('SELECT * FROM t WHERE n = ' + name)",
    "    if name in x:",
    "        return name",
    "    for name in x:",
    "        x = [name for name in x if x]",
    "    try:",
    "    except E as e:",
    "    with open(name) as x:",
    "class A(B):",
    "    x: int = 1",
    "    def f(self):",
    "        self.x = view(self.x, name)",
    "        yield from x",
    "    match name:",
    "        case [1, *x]: pass",
    "@app.route('/')",
    "lambda: (yield)",
    "    return f'{name!r:>{x}} {'",
    "async def g(*, a=1, **k): await x",
    "x = y = z, *w = 1, 2",
    "del x[0], y",
    "\x00\ud800",
)


def detect(text: str, language: str = "python") -> object:
    passage = Passage(f"a.{language}", language, 1, tuple(text.split("\n")), complete=True)
    (outcome,) = rules().detect([passage])
    return outcome


@given(st.lists(st.sampled_from(CODE), max_size=25))
@settings(max_examples=150, deadline=None)
def test_no_order_of_lines_makes_it_stumble(lines: list[str]) -> None:
    assert isinstance(detect("\n".join(lines)), list | Unreadable)


SLOW = {
    "branches": "def f(request, a):\n"
    + "".join(f"    if a == {n}:\n        a = request.GET['{n}']\n" for n in range(4_000)),
    "one call in another": "def f(request):\n    x = request.GET['a']\n" + "    x = g(x, x, x)\n" * 8_000,
    "functions that call the next": "".join(
        f"def f{n}(x):\n    os.system('a' + f{n + 1}(x))\n" for n in range(3_000)
    ),
    "functions that call two others": "".join(
        f"def f{n}(x):\n    f{n + 1}(x); f{n + 2}(x); os.system(x)\n" for n in range(300)
    ),
    "loops in loops": "def f(request):\n"
    + "".join("    " * n + f"for a{n} in request.GET['x']:\n" for n in range(1, 60))
    + "    " * 60
    + "pass\n",
    "lambdas in lambdas": "def f(request):\n    return "
    + "(lambda x: " * 80
    + "request.GET['a']"
    + ")(1)" * 80,
    "a long sum": "def f(request):\n    return " + " + ".join(["request.GET['a']"] * 10_000),
    "one name again and again": "def f(request):\n    x = request.GET['a']\n"
    + "    x = x + 'b' + x\n" * 5_000
    + "    os.system(x)\n",
    "many members": "def f(self, request):\n"
    + "".join(f"    self.a{n} = request.GET['{n}']\n" for n in range(6_000)),
}


@pytest.mark.parametrize("code", SLOW.values(), ids=SLOW.keys())
def test_hostile_programs_end_in_seconds(code: str) -> None:
    started = time.monotonic()
    assert isinstance(detect(code), list | Unreadable)
    assert time.monotonic() - started < 20


def test_a_function_too_long_to_follow_is_a_gap() -> None:
    body = "    x = g(x, request.GET['a'], h(x), [x, x, x], {'a': x})\n" * 5_000
    outcome = detect(f"def f(request, x):\n{body}")
    assert isinstance(outcome, Unreadable)
    assert "too long to follow" in outcome.reason


TURNS = {
    "first.py": "def first_one(x):\n    os.system('ls ' + x)\n",
    "second.py": "def second_one(x):\n    os.system('ls ' + x)\n",
    **{
        f"{at}.py": "def view(request):\n    x = request.GET['x']\n    first_one(x)\n    second_one(x)\n"
        for at in range(9)
    },
}


def exhausted(room: int = MOST_HELD, steps: int = MOST_OF_ALL) -> str:
    texts = [Text(path, "python", text) for path, text in TURNS.items()]
    program = Program(texts, sinks, room=room, steps=steps)
    engine = Engine(program)
    for text in texts:
        module = program.module(text.path)
        if module is not None:
            engine.read(module, text.text.split("\n"))
    assert program.cut == {}
    return program.exhausted


def test_what_has_room_is_followed_to_its_end() -> None:
    assert exhausted() == ""


def test_files_that_take_each_others_room_are_not_lowered_for_ever() -> None:
    assert "too many to follow" in exhausted(room=100)


def test_all_walks_together_are_bounded() -> None:
    assert exhausted(steps=12) == "the change is too large to follow data through all of it"


def test_a_procedure_whose_schema_is_yet_to_be_written_is_read() -> None:
    """A call without arguments is how such a line begins."""
    text = "export const r = t.router({ a: t.procedure.input().mutation(({ input }) => run(input.x)) });\n"
    assert detect(text, "typescript") == []
