"""Pieces of text of which each match of a pattern holds one: a cheap test before many expensive searches."""

from collections.abc import Iterable

# Private, and stable since Python 2: nothing public tells what a pattern is made of.
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

SIZE: Final = 3
"""Characters of a piece."""
_REPEATS: Final = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def needles(pattern: str) -> frozenset[str]:
    """Pieces in lower case, one of which every match holds; empty if some match may hold none."""
    return _best(_parser.parse(pattern)) or frozenset()


def pieces(text: str) -> frozenset[str]:
    """All pieces of a text, in lower case."""
    low = text.lower()
    return frozenset(low[at : at + SIZE] for at in range(len(low) - SIZE + 1))


def _best(tokens: Iterable[Any]) -> frozenset[str] | None:
    """The smallest choice that one part of a sequence leaves, the longest text among single ones."""
    run, longest = "", ""
    choices: list[frozenset[str]] = []
    for name, argument in ((str(token), argument) for token, argument in tokens):
        if name == "LITERAL":
            run += chr(argument).lower()
            longest = max(longest, run, key=len)
            continue
        run = run if name == "AT" else ""
        if (choice := _choice(name, argument)) is not None:
            choices.append(choice)
    if len(longest) >= SIZE and longest.isascii():
        middle = (len(longest) - SIZE) // 2
        choices.append(frozenset({longest[middle : middle + SIZE]}))
    return min(choices, key=len, default=None)


def _choice(name: str, argument: Any) -> frozenset[str] | None:  # noqa: ANN401 - the parser's own nodes
    if name == "SUBPATTERN":
        return _best(argument[-1])
    if name in _REPEATS and argument[0]:
        return _best(argument[2])
    if name != "BRANCH":
        return None
    every = [_best(branch) for branch in argument[1]]
    known = [choice for choice in every if choice is not None]
    return frozenset().union(*known) if len(known) == len(every) else None
