"""No text of a change can keep a pattern busy: nothing could interrupt it."""

import re
import time
import tomllib
from collections.abc import Iterator
from importlib import import_module, resources
from types import ModuleType
from typing import Any, Final

import pytest

from reviewbot.reviewers import static

TABLES: Final = ("lookups.toml", "siblings.toml")
MODULES: Final = (
    "callers", "class_views", "doorkeepers", "early", "functions", "gates", "granted", "graph", "lookups",
    "mounted", "openings", "owners", "reached", "registered", "rendered", "resolvers", "resources",
    "routes", "ruff", "scripts", "siblings", "vouched", "flow.deciding", "flow.objects", "flow.places",
    "flow.program", "flow.sessions", "flow.views", "removals.bypassed", "removals.conditions",
    "removals.guards", "removals.judgement", "removals.kept", "removals.marks", "removals.moved",
    "removals.places", "removals.plainer", "removals.purposes", "removals.reordered", "removals.scoped",
    "removals.split", "removals.spread", "removals.stays", "removals.swaps", "removals.weaker",
    "slow.literals", "slow.syntax",
)  # fmt: skip
WORDS: Final = (
    "a", "a_", "org", "user", "89504e470d", " ", "\n", "\t", "ab ", "if ", "if(", "if (!", "import ",
    "import {", "let {\n", "class ", "class A implements ", "a.", "a->", "req.user.", "req.body.", "(", "[",
    "{", "=", "= ", "==", "'", "db", "ctx.db.", "where ", "FROM a ", "FROM a WHERE ", "await ", "not ",
    "<script ", "app.use('/a', b)",
)  # fmt: skip
OPENERS: Final = (
    "if", "import", "class", "x =", "$x = '", "async ", "a.route(", "<script a='", "export {",
    "x.startsWith(",
)  # fmt: skip
LONGEST: Final = 16_000
"""Characters: where work grows with the square of the text, they take more than the limit."""
LIMIT: Final = 0.5
"""Seconds of the processor: a hundred times what they should take."""


def compiled(told: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """All patterns in what a table says."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from compiled(value, f"{name} {key}") if key != "weakness" else ()
    elif isinstance(told, list):
        for at, value in enumerate(told):
            yield from compiled(value, f"{name} {at}")
    elif isinstance(told, str):
        yield name, re.compile(told)


def of_module(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """All patterns that a module has."""
    for name, value in vars(module).items():
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        parts = (part for one in inner for part in (one if isinstance(one, tuple) else (one,)))
        for pattern in parts:
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                yield f"{module.__name__.rpartition('.')[2]} {name}", pattern


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """All patterns that are searched for in whole files or functions."""
    for table in TABLES:
        told: dict[str, Any] = tomllib.loads(resources.files(static).joinpath(table).read_text())
        yield from compiled(told, table)
    for module in MODULES:
        yield from of_module(import_module(f"{static.__name__}.{module}"))


PATTERNS: Final = dict(patterns())
SHORT: Final = {
    "lookups.toml unheard",
    "lookups _CHAINED",
    "owners _NUMBER",
    "gates _COMPARES",
    "split _MOUNT",
    "scripts _TOLD",
    "guards ASSIGNED",
    "guards _LOGS",
    "marks _HELD",
    "moved _MADE",
    "places ASSIGNED",
    "purposes ASSIGNED",
    "spread _DOES",
    "stays _ALONE",
    "stays _ASSIGNED",
    "stays _LAST",
    "weaker _LISTED",
    "weaker _PASSES",
    "weaker _THERE",
}
"""Asked of short texts only, or from their beginning."""


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - SHORT))
def test_the_work_grows_with_the_text(name: str) -> None:
    """And not with its square: sizes grow, so that a pattern that fails does so early."""
    for word in WORDS:
        for opener in ("", *OPENERS):
            size = 1_000
            while size <= LONGEST and (word in WORDS[:8] or not opener):
                text = opener + word * (size // len(word))
                began = time.process_time()
                for _found in PATTERNS[name].finditer(text):
                    pass
                assert time.process_time() - began < LIMIT, (opener, word, size)
                size *= 4
