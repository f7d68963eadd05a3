"""The code in components of Vue and Svelte, as a text of its own on the same lines."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.passages import PARTIAL, UNPARSED, Passage, Unreadable

_COMPONENTS: Final = frozenset({"svelte", "vue"})
_TOLD: Final = re.compile(r"((?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
"""The rest of a tag; its values may hold any character but their quote."""
_CLOSES: Final = re.compile(r"</script", re.IGNORECASE)
_SEEN: Final = re.compile(r"<script(?=[\s/>])", re.IGNORECASE)
_TYPED: Final = re.compile(r"\blang *= *[\"']?tsx?\b")
_UNSEEN: Final = re.compile(r"[^\n]")


def script_of(passage: Passage) -> Passage | Unreadable | None:
    """The scripts of a component, or why there are some that nobody can read; None for all else."""
    if passage.language not in _COMPONENTS:
        return None
    text = passage.text
    if not passage.complete:
        return Unreadable(f"{PARTIAL}, and where its scripts begin is not")
    scripts = list(_scripts(text))
    if not scripts or not scripts[-1][2]:
        return Unreadable(f"a script of it {UNPARSED}: its tag is left open") if _SEEN.search(text) else None
    made, at = "", 0
    for _, start, end in scripts:
        made += _UNSEEN.sub(" ", text[at:start]) + text[start:end]
        at = end
    made += _UNSEEN.sub(" ", text[at:])
    language = "typescript" if any(_TYPED.search(told) for told, *_ in scripts) else "javascript"
    lines = tuple(line if line.strip() else "" for line in made.removesuffix("\n").split("\n"))
    return replace(passage, language=language, lines=lines, file=None)


def _scripts(text: str) -> Iterator[tuple[str, int, int]]:
    """What the tag of each script says, and where its code stands; to 0 if it is left open."""
    at = 0
    while (seen := _SEEN.search(text, at)) is not None:
        tag = _TOLD.match(text, seen.end())
        closed = _CLOSES.search(text, tag.end()) if tag else None
        if tag is None or closed is None:
            yield "", len(text), 0
            return
        yield tag[1], tag.end(), closed.start()
        at = closed.end()
