"""What code gives to templates: a value that was made harmless there may be shown as it is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from reviewbot.reviewers.static.passages import Hit, Passage

_TEMPLATES: Final = frozenset({"ejs", "pug", "handlebars", "html", "jinja"})
_CODE: Final = frozenset({"javascript", "typescript"})
_WEAKNESS: Final = "CWE-79"
_SHOWN: Final = re.compile(
    r"<%-\s{0,9}([A-Za-z_$][\w$]{0,60})\s{0,9};?\s{0,9}-?%>"
    r"|\{\{\{\s{0,9}([A-Za-z_]\w{0,60})\s{0,9}\}\}\}"
    r"|!\{([A-Za-z_]\w{0,60})\}"
    r"|!=\s{0,9}([A-Za-z_]\w{0,60})\s*$"
    r"|\{\{\s{0,9}([A-Za-z_]\w{0,60})\s{0,9}\|\s{0,9}safe\s{0,9}\}\}"
)
"""A variable that is shown as it is, and nothing done to it there."""
_RENDERS: Final = re.compile(r"\brender\w{0,20}\(\s{0,20}[\"'`]([\w./-]{1,120})[\"'`]")
_HARMLESS: Final = re.compile(r"(?i)sanitiz|purif|escape|serialize|\\u003c|&lt;")
_CALLS: Final = re.compile(r"\s{0,9}(?:await\s{1,9})?([A-Za-z_$][\w$]{0,60})\(")
_MOST: Final = 20
"""Calls that render one template; of more, nobody says that all give it something harmless."""
_REACH: Final = 600
"""Characters behind a call, or behind the name of a function, that are taken to belong to it."""


@dataclass(frozen=True)
class Rendering:
    """Where the code of a change renders templates; looked for when the first template asks."""

    every: Sequence[Passage]

    def calls(self, path: str) -> Iterator[tuple[str, str]]:
        """What stands behind the name of a template where code renders it, and the text of that code."""
        whole = f"/{PurePosixPath(path).with_suffix('')}"
        for name, behind, text in self._by_name.get(PurePosixPath(path).stem, ()):
            if whole.endswith(f"/{name}"):
                yield behind, text

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        found: dict[str, list[tuple[str, str, str]]] = {}
        for text in (one.text for one in self.every if one.language in _CODE):
            for call in _RENDERS.finditer(text):
                name = PurePosixPath(call[1].lstrip("/")).with_suffix("")
                found.setdefault(name.name, []).append(
                    (str(name), text[call.end() : call.end() + _REACH], text)
                )
        return found


def unharmed(hits: Iterable[Hit], passage: Passage, rendering: Rendering) -> list[Hit]:
    """The hits of a passage without those in a template whose values all code makes harmless."""
    hits = list(hits)
    if passage.language not in _TEMPLATES or not any(hit.claim.cwe == _WEAKNESS for hit in hits):
        return hits
    calls = list(islice(rendering.calls(passage.path), _MOST + 1))
    if not calls or len(calls) > _MOST:
        return hits
    return [hit for hit in hits if not _is_harmless(hit, passage, calls)]


def _is_harmless(hit: Hit, passage: Passage, calls: Sequence[tuple[str, str]]) -> bool:
    line = hit.claim.line
    if line is None or hit.claim.cwe != _WEAKNESS:
        return False
    shown = [next(filter(None, found)) for found in _SHOWN.findall(passage.line(line))]
    if len(shown) != 1:
        return False
    given = re.compile(
        rf"[{{,]\s{{0,40}}{re.escape(shown[0])}(?:\s{{0,9}}:([^\n,}}]{{0,200}})|\s{{0,9}}[,}}\n])"
    )
    made = [_made(found[1] or shown[0], text) for behind, text in calls if (found := given.search(behind))]
    return bool(made) and all(map(_HARMLESS.search, made))


def _made(value: str, text: str) -> str:
    """A value as it is written, with the function that makes it, or the statement that gives it its name."""
    called = _CALLS.match(value)
    name = called[1] if called else value.strip()
    if not name.isidentifier():
        return value
    found = re.search(rf"\b(?:function|const|let|var)\s{{1,9}}{name}\b", text)
    if found is None:
        return value
    body = text[found.end() : found.end() + _REACH]
    end = re.search(r"\n\}|\n\n", body) if called else re.search(r"\n(?!\s*\.)", body)
    return value + (body[: end.start()] if end else body)
