"""A change of one file, and findings in it."""

from reviewbot.findings import Finding
from sinks import samples

REPO = "octo/shop"
BOT = "github-actions[bot]"
LINES = [f"line_{number} = {number}" for number in range(1, 81)]


def text(*changes: tuple[int, str | None]) -> str:
    """The file, with some lines (counted from 1) replaced, or removed by None; "a\\nb" makes two of one."""
    changed = dict(changes)
    lines = [changed.get(number, line) for number, line in enumerate(LINES, 1)]
    return "".join(f"{line}\n" for line in lines if line is not None)


HEAD = text((10, "danger(10)"), (11, "danger(11)"), (40, None), (60, "danger(60)"))
"""What the change makes of it: 10, 11 and (as 59) 60 are added, 40 is removed; 30 is in no hunk."""


def found(line: int, number: int = 0, **changes: object) -> Finding:
    """A finding at a line of app.py; what is at the same line is the same unless `number` says otherwise."""
    return samples.finding(id=f"{number or line:016x}", path="app.py", line=line, fix=None, **changes)
