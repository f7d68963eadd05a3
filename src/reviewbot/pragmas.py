"""What comments in the code ask not to be told: `# reviewbot: ignore[CWE-89] the reason why`.

One counts for the line that it stands on, and for the statement below if its line holds nothing else. It has
to name weaknesses and a reason, and stand in a comment: a string that spells it is data. Where the language's
comments are not known, or only a part of the file is, it is not heard. Over what is grave it has no power in
the change that brings it, nor over what a change has made: or authors could wave their own changes through,
some below a comment that somebody has written about other code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Final

from reviewbot.chunks.comments import Columns, comments
from reviewbot.chunks.languages import language_of
from reviewbot.diff import FileChange, Target
from reviewbot.findings import Dropped, Finding, Severity, Status, cwe_family
from reviewbot.spans import Side
from reviewbot.triage import Triage

IGNORED: Final = "ignored in the code: "
"""How the reason begins when a comment asks not to be told of a finding; the comment's own follows."""

_GRAVE: Final = Severity.HIGH
_MOST_ABOVE: Final = 5
"""Lines of comment above a statement among which a pragma is looked for."""
_LONGEST_STATEMENT: Final = 30
"""Lines that are gone back from a finding to where its statement begins."""
_LONGEST_REASON: Final = 300
_LONGEST_CLOSING: Final = 20
_MOST_NOTES: Final = 10

PRAGMA: Final = re.compile(
    r"(?<![\w.-])reviewbot\s*:\s*(ignore|disable|skip|off)\b(?:\s*\[([^\]]*)\])?(.*)", re.IGNORECASE
)
"""Whatever looks as if it asks to look away; `ignore` is the one word that is heard."""
_NAME: Final = "reviewbot"
_CWE: Final = re.compile(r"CWE-[1-9][0-9]{0,4}")
_CLOSING: Final = re.compile(r"\s*(?:\*+/|\*@|#\}|#>|--\}\}|\}\}|--%?>|[%?]>|-\}|\|#|\]\])\s*$")
_AROUND: Final = frozenset({("", ""), ("{", "}"), ("<?php", "?>"), ("<?", "?>"), ("<%", "%>")})
"""What may stand before and behind a comment that is alone on its line: JSX and PHP write it so."""
_GOES_ON: Final = re.compile(r"(?:[(\[,+*/%&|.\\-]|=>|(?<![=!<>])=|<<|\b(?:and|or|in|not|return))$")
_CAME_FROM: Final = re.compile(r"\s*(?:[.?+|)\]]|&&)")


@dataclass(frozen=True, slots=True)
class Pragma:
    """One comment that asks to look away; `trouble` is why nobody hears it, "" if it is heard."""

    line: int
    families: frozenset[str]
    reason: str
    added: bool
    trouble: str = ""

    def is_about(self, finding: Finding) -> bool:
        """Whether it names the finding's weakness."""
        return not self.trouble and cwe_family(finding.cwe) in self.families


def heed(triaged: Triage, target: Target) -> Triage:
    """Drop, in sight of everybody, what the code asks to ignore; in a sweep all that stands there is old.

    Nothing is lost: `claimed` still is findings, merged and dropped.
    """
    texts = {chunk.path: _Text(chunk.file) for chunk in triaged.chunks.values() if chunk.file}
    findings: list[Finding] = []
    dropped: list[Dropped] = []
    unheard: dict[str, None] = {}
    for finding in triaged.findings:
        near = texts[finding.path].near(finding) if finding.path in texts else ()
        unheard |= {_note(finding.path, pragma): None for pragma in near if pragma.trouble}
        about = [pragma for pragma in near if pragma.is_about(finding)]
        strong = next((pragma for pragma in about if _has_power(pragma, finding, target)), None)
        if strong:
            dropped.append(Dropped.of(finding, f"{IGNORED}{triaged.secrets.hide(strong.reason)}"))
        else:
            said = [f"{_POWERLESS}{triaged.secrets.hide(pragma.reason)}" for pragma in about]
            findings.append(replace(finding, evidence=(*finding.evidence, *said)))
    notes = (*triaged.notes, *_few(list(unheard)))
    return replace(triaged, findings=tuple(findings), dropped=(*triaged.dropped, *dropped), notes=notes)


_POWERLESS: Final = (
    "a comment asks to ignore it; over what a change makes and is high, it counts once merged: "
)


def _has_power(pragma: Pragma, finding: Finding, target: Target) -> bool:
    """An old comment was written about the code as it was: what is new of high severity, it has not seen."""
    is_old = not pragma.added and finding.status is Status.PRE_EXISTING
    return target.kind == "sweep" or is_old or finding.severity < _GRAVE


def _note(path: str, pragma: Pragma) -> str:
    return f"`reviewbot: ignore` in {path}:{pragma.line} was not heard: {pragma.trouble}."


def _few(notes: Sequence[str]) -> Iterator[str]:
    yield from notes[:_MOST_NOTES]
    if more := len(notes) - _MOST_NOTES:
        yield from [f"{more} more comments like these were not heard."] if more > 0 else []


@dataclass(frozen=True)
class _Text:
    """The new side of a file, read only where a comment in it speaks to us."""

    file: FileChange

    def near(self, finding: Finding) -> tuple[Pragma, ...]:
        """Those that may speak of a finding: on its line or its statement's first, or above one of them."""
        if finding.side is Side.OLD or not self.pragmas:
            return ()
        lines: tuple[int, ...] = (finding.line, finding.line - 1)
        if self.file.complete:
            first = self._statement(finding.line)
            lines = (finding.line, *self._above(finding.line), first, *self._above(first))
        return tuple(self.pragmas[line] for line in dict.fromkeys(lines) if line in self.pragmas)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return self.file.excerpts[0].lines if self.file.excerpts else ()

    @cached_property
    def pragmas(self) -> Mapping[int, Pragma]:
        """By the numbers of their lines."""
        numbered = chain.from_iterable(enumerate(one.lines, one.start) for one in self.file.excerpts)
        likely = ((number, line) for number, line in numbered if _NAME in line.lower())
        return dict(self._heard([number for number, line in likely if PRAGMA.search(line)]))

    def _heard(self, spelt: Iterable[int]) -> Iterator[tuple[int, Pragma]]:
        """Those that stand in a comment, or in a text of which nobody can tell."""
        trouble = "" if self.file.complete else "only a part of the file is known"
        if not trouble and self.comments is None:
            trouble = "what is a comment in this kind of file is not known"
        for number in spelt:
            if trouble:
                yield number, Pragma(number, frozenset(), "", self._is_added(number), trouble)
            for start, end in self._columns(number):
                if not trouble and (inside := PRAGMA.search(self.lines[number - 1], start, end)):
                    yield number, _pragma(number, inside, added=self._is_added(number))
                    break

    @cached_property
    def comments(self) -> Mapping[int, list[Columns]] | None:
        return comments(self.lines, language_of(self.file.path, self.lines[0] if self.lines else ""))

    def _columns(self, number: int) -> Sequence[Columns]:
        return (self.comments or {}).get(number - 1, ())

    def _is_added(self, number: int) -> bool:
        at = bisect_right(self.file.edits, number, key=attrgetter("new_start")) - 1
        edit = self.file.edits[at] if at >= 0 else None
        return edit is not None and number < edit.new_start + edit.added

    def _above(self, number: int) -> Iterator[int]:
        """The lines directly above that hold a comment and nothing else."""
        for above in range(number - 1, max(number - 1 - _MOST_ABOVE, 0), -1):
            if not self._is_alone(above):
                return
            yield above

    def _is_alone(self, number: int) -> bool:
        columns = self._columns(number)
        line = self.lines[number - 1] if number <= len(self.lines) else ""
        around = (line[: columns[0][0]].strip(), line[columns[-1][1] :].strip()) if columns else None
        return around in _AROUND

    def _statement(self, number: int) -> int:
        """The first line of a statement of several lines, by how its lines end and begin."""
        first, farthest = number, max(number - 1 - _LONGEST_STATEMENT, 0)
        for above in range(number - 1, farthest, -1):
            if self._is_alone(above):
                continue
            if not (_GOES_ON.search(self._code(above)) or _CAME_FROM.match(self._code(first))):
                return first
            first = above
        return number if farthest else first

    def _code(self, number: int) -> str:
        """A line without what is behind a comment."""
        line = self.lines[number - 1] if number <= len(self.lines) else ""
        columns = self._columns(number)
        return (line[: columns[-1][0]] if columns and columns[-1][1] >= len(line.rstrip()) else line).rstrip()


def _pragma(number: int, match: re.Match[str], *, added: bool) -> Pragma:
    word, brackets, rest = match.groups()
    named = [name.strip().upper() for name in (brackets or "").split(",")]
    # Blanks and length first: over a long line, what closes a comment is looked for in quadratic time.
    words = " ".join(rest.split())[: _LONGEST_REASON + _LONGEST_CLOSING]
    reason = _CLOSING.sub("", words).lstrip(":- ")[:_LONGEST_REASON]
    trouble = ""
    if word.lower() != "ignore":
        trouble = "the word that is heard is ignore, as in ignore[CWE-89]"
    elif brackets is None:
        trouble = "it names no weakness, as in ignore[CWE-89]"
    elif not all(map(_CWE.fullmatch, named)):
        trouble = "what stands in its brackets is no list of weaknesses, as in ignore[CWE-89, CWE-79]"
    elif not re.search(r"\w", reason):
        trouble = "it gives no reason"
    return Pragma(number, frozenset(map(cwe_family, named)), reason, added, trouble)
