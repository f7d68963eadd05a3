"""Changes of what steers a review: it is read from the base, and who changes it is named.

Nothing of this has an effect on the review of the change itself. It will have one on the next, and a person
who is in a hurry should not have to notice by themselves.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Final, NamedTuple

from reviewbot.baseline import FILE as BASELINE
from reviewbot.diff import Changeset, Edit, FileChange, Nature
from reviewbot.doors.attributing import FILE, Marks, is_attributes
from reviewbot.findings import Confidence, Finding, Severity, Status, fingerprint
from reviewbot.pragmas import PRAGMA
from reviewbot.report import Report
from reviewbot.spans import Gap, Side
from reviewbot.toml import read_toml

BY: Final = "static/steering"
_CWE: Final = "CWE-693"  # protection mechanism failure
_SETTINGS: Final = ".reviewbot"
_WORKFLOW: Final = re.compile(r"\.github/workflows/[^/]+\.ya?ml")
_FEW: Final = 10
"""So many lines are named beside the first."""

Before = Callable[[str], str | None]
"""The text of a file before the change, by its path; None if there was none."""


@dataclass(slots=True)
class SteeringWatch:
    """Looks on while the files of a change go by."""

    before: Before
    findings: list[Finding] = field(default_factory=list)

    def over(self, changes: Changeset) -> Changeset:
        """The same change, watched."""
        return replace(changes, files=self._watch(changes.files))

    def conclude(self, report: Report) -> Report:
        """The report with what was seen; no threshold hides it."""
        if not self.findings:
            return report
        every = sorted(
            (*report.findings, *self.findings),
            key=lambda f: (-f.severity, -f.confidence, f.path, f.side, f.line, f.cwe),
        )
        return replace(report, findings=tuple(every))

    def _watch(self, files: Iterable[FileChange | Gap]) -> Iterator[FileChange | Gap]:
        for file in files:
            if about := self._about(file):
                self.findings.append(_finding(file, *about))
            yield file

    def _about(self, file: FileChange | Gap) -> tuple[str, str, int] | None:
        """Title, explanation and the changed line, counted from the first, that it is about."""
        paths = {file.path} | ({file.old_path} if isinstance(file, FileChange) else set())
        if BASELINE in paths:
            return "The baseline of accepted findings", _ACCEPTS, 0
        ours = any(path.startswith(_SETTINGS) for path in paths)
        if ours or ("pyproject.toml" in paths and self._table_changes(file)):
            return "Settings of the review itself", _AT_BASE, 0
        if any(map(_WORKFLOW.fullmatch, paths)) and self._reviews(file):
            return "A workflow that runs the review", _WORKFLOWS, 0
        if (at := _mark(file, self.before)) is not None:
            return "Files are called generated or vendored", _UNREAD, at
        if pragmas := _pragmas(file):
            return "A comment that asks the review to look away", _LOOKS_AWAY + _also(pragmas), pragmas[0].at
        return None

    def _table_changes(self, file: FileChange | Gap) -> bool:
        old, new = self._texts(file)
        return bool(_table(old) != _table(new))

    def _reviews(self, file: FileChange | Gap) -> bool:
        return any("reviewbot" in (text or "").lower() for text in self._texts(file))

    def _texts(self, file: FileChange | Gap) -> tuple[str | None, str | None]:
        if isinstance(file, Gap):
            return self.before(file.path), None
        return self.before(file.old_path), file.text


_AT_BASE = (
    "This review used the settings of the base branch. From the merge on, the next one uses these: "
    "see that they do not make it blind."
)
_ACCEPTS = (
    "From the merge on nobody is told of what it accepts: see that each reason holds. This review used that "
    "of the base branch."
)
_WORKFLOWS = (
    "It decides whether and how changes are reviewed, and with which permissions. "
    "See that the review still runs, and on code that is not trusted without secrets."
)
_LOOKS_AWAY = (
    "In this change it has no power over high severity, from the merge on it has. Somebody wants code not to "
    "be looked at: see that the reason holds."
)


_UNREAD = (
    "From the merge on no sweep reads what is marked so. See that nobody here has written it, and that the "
    "pattern covers no other files."
)


class _Pragma(NamedTuple):
    """An added line that holds one: which, counted over all changed lines, and its number in the file."""

    at: int
    line: int


def _table(text: str | None) -> Any:  # noqa: ANN401 - whatever stands there
    if "reviewbot" not in (text or ""):
        return None
    try:
        tool = read_toml(text or "").get("tool")
    except ValueError:
        return text
    return tool.get("reviewbot") if isinstance(tool, dict) else None


def _mark(file: FileChange | Gap, before: Before) -> int | None:
    """Which changed line, counted from the first, has sweeps leave out files; None if none does.

    A file that cannot be read as text counts, as git may read it all the same; so does one that comes from
    elsewhere or goes there, with all that it says.
    """
    if isinstance(file, Gap):
        return 0 if is_attributes(file.path) else None
    here, there = is_attributes(file.path), is_attributes(file.old_path)
    if not (here or there):
        return None
    if file.nature is not Nature.TEXT:
        return 0
    lines, changed = (file.text or "").split("\n"), list(_changed(file))
    root = (before(FILE) or "").split("\n")
    marks = Marks.of((*root, *lines, *(text for _, _, text in changed)))
    if file.old_path != file.path:
        gone = (before(file.old_path) or "").split("\n") if there else []
        return 0 if any(map(marks.hides, lines if here else [])) or any(map(marks.shows, gone)) else None
    says = {Side.NEW: marks.hides, Side.OLD: marks.shows}
    return next((at for at, (side, _, text) in enumerate(changed) if says[side](text)), None)


def _pragmas(file: FileChange | Gap) -> list[_Pragma]:
    if isinstance(file, Gap):
        return []
    changed = enumerate(_changed(file))
    return [_Pragma(at, n) for at, (side, n, text) in changed if side is Side.NEW and PRAGMA.search(text)]


def _also(pragmas: Sequence[_Pragma]) -> str:
    """That there are more than the first."""
    others = [str(one.line) for one in pragmas[1 : _FEW + 1]]
    more = f" and {len(pragmas) - 1 - _FEW:,} more" if len(pragmas) - 1 > _FEW else ""
    return f" There are more in this change of the file, at: {', '.join(others)}{more}." if others else ""


def _changed(file: FileChange) -> Iterator[tuple[Side, int, str]]:
    """Every changed line with its text: the added ones first."""
    for edit in file.edits:
        yield from ((Side.NEW, number, text) for number, text in _added(file, edit))
    for edit in file.edits:
        yield from ((Side.OLD, number, text) for number, text in enumerate(edit.removed, edit.old_start))


def _added(file: FileChange, edit: Edit) -> Iterator[tuple[int, str]]:
    at = bisect_right(file.excerpts, edit.new_start, key=attrgetter("start")) - 1
    if at >= 0:
        excerpt = file.excerpts[at]
        first = edit.new_start - excerpt.start
        yield from enumerate(excerpt.lines[first : first + edit.added], edit.new_start)


def _finding(file: FileChange | Gap, title: str, explanation: str, at: int) -> Finding:
    lines = [] if isinstance(file, Gap) else list(_changed(file))
    side, line, quote = lines[at] if lines else (Side.NEW, 1, "")
    return Finding(
        id=fingerprint(_CWE, file.path, BY, title, 0),
        path=file.path,
        side=side,
        line=line,
        end_line=line,
        cwe=_CWE,
        severity=Severity.LOW,
        confidence=Confidence.HIGH,
        title=title,
        explanation=explanation,
        fix=None,
        quote=quote,
        symbol="",
        sources=(BY,),
        status=Status.NEW,
        evidence=("the file is one that steers reviews",),
    )
