"""Small programs, and where data does harm in them."""

from collections.abc import Mapping
from functools import cache
from textwrap import dedent
from typing import NamedTuple

from reviewbot.chunks.languages import language_of
from reviewbot.diff import Edit, Excerpt, FileChange, Nature, Status
from reviewbot.reviewers.static.passages import Passage, Unreadable, passages
from reviewbot.reviewers.static.ruling import Rules


class Found(NamedTuple):
    """A claim: file, line, weakness, and how sure it is."""

    path: str
    line: int | None
    cwe: str
    confidence: str


@cache
def rules() -> Rules:
    """The detector, whose rules take a moment to load."""
    return Rules()


def trace(files: Mapping[str, str] | str, detector: Rules | None = None) -> list[Found]:
    """What is found in files that are all new; a text is `app.py`."""
    named = {"app.py": files} if isinstance(files, str) else files
    return detect([_new(path, dedent(text).strip("\n")) for path, text in named.items()], detector)


def detect(texts: list[Passage], detector: Rules | None = None) -> list[Found]:
    """What is found in passages."""
    found = []
    for passage, outcome in zip(texts, (detector or rules()).detect(texts), strict=True):
        assert not isinstance(outcome, Unreadable), outcome
        for hit in outcome:
            claim = hit.claim
            found.append(Found(passage.path, claim.line, claim.cwe, claim.confidence.label))
    return sorted(found)


def changed(path: str, before: str, after: str) -> Passage:
    """A file before and after a change of one block of its lines."""
    old, new = (dedent(text).strip("\n").split("\n") for text in (before, after))
    head = next(at for at in range(len(new) + 1) if old[: at + 1] != new[: at + 1])
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    edit = Edit(head + 1, tuple(old[head : len(old) - tail]), head + 1, len(new) - tail - head)
    file = FileChange(
        path, path, Status.MODIFIED, Nature.TEXT, (edit,), (Excerpt(1, tuple(new)),), complete=True
    )
    (passage,) = passages(file, language_of(path).label, file.changed())
    return passage


def lines_of(files: Mapping[str, str] | str, cwe: str) -> list[int | None]:
    """The lines on which one weakness is found with more than low confidence."""
    return [found.line for found in trace(files) if found.cwe == cwe and found.confidence != "low"]


def _new(path: str, text: str) -> Passage:
    return Passage(path, language_of(path).label, 1, tuple(text.split("\n")), complete=True)
