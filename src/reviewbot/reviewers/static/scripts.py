"""The code in components of Vue and Svelte, as a text of its own on the same lines."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.passages import Passage

_COMPONENTS: Final = frozenset({"svelte", "vue"})
_OPENS: Final = re.compile(r"<script\b([^<>]*)>")
_CLOSES: Final = "</script"
_TYPED: Final = re.compile(r"\blang *= *[\"']?tsx?\b")
_UNSEEN: Final = re.compile(r"[^\n]")


def script_of(passage: Passage) -> Passage | None:
    """The scripts of a component; None for all else, and where the component is not known as a whole."""
    if passage.language not in _COMPONENTS or not passage.complete:
        return None
    text = passage.text
    scripts = list(_scripts(text))
    if not scripts:
        return None
    made, at = "", 0
    for _, start, end in scripts:
        made += _UNSEEN.sub(" ", text[at:start]) + text[start:end]
        at = end
    made += _UNSEEN.sub(" ", text[at:])
    language = "typescript" if any(_TYPED.search(told) for told, *_ in scripts) else "javascript"
    lines = tuple(line if line.strip() else "" for line in made.removesuffix("\n").split("\n"))
    return replace(passage, language=language, lines=lines, file=None)


def _scripts(text: str) -> Iterator[tuple[str, int, int]]:
    """What the tag of each script says, and where its code stands."""
    at = 0
    while (opened := _OPENS.search(text, at)) is not None:
        at = text.find(_CLOSES, opened.end())
        if at < 0:
            return
        yield opened[1], opened.end(), at
