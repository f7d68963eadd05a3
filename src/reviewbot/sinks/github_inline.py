"""The comment on the lines of one finding."""

import re

from reviewbot.findings import Finding
from reviewbot.forge.state import mark_finding
from reviewbot.sinks import escape, wording
from reviewbot.sinks.markdown_parts import long_fix, short_fix
from reviewbot.sinks.replacement import replacement

LIMIT = 6_000
"""About as many characters has the longest such comment."""

_ID = re.compile(r"[0-9a-f]{16}")


def render_inline(finding: Finding, *, suggest: bool = True) -> str:
    """What is wrong, in one sentence, and what to do, behind a hidden marker with the finding's id.

    A fix that can stand in the place of the quoted line as it is becomes a suggestion, one click to take.
    `suggest` is False where GitHub takes none, as on lines that the change does not show.
    """
    first, rest = wording.first_sentence(finding.explanation)
    parts = [
        f"**{finding.severity.label.capitalize()}: {_said(finding.title, 200)}**",
        _said(first, 600),
        _fix(finding, suggest=suggest),
        _details("Why", _said(rest, 1_500)),
        f"<sub>{_said(finding.cwe, 40)} · {_said(wording.evidence(finding), 500)}</sub>",
    ]
    text = "\n\n".join(filter(None, parts)) + "\n"
    return mark_finding(finding.id, text) if _ID.fullmatch(finding.id) else text


def _said(text: str, limit: int) -> str:
    return escape.markdown(escape.clip(text, limit))


def _fix(finding: Finding, *, suggest: bool) -> str:
    if lines := replacement(finding):
        if not suggest:
            return escape.code("\n".join(lines), finding.path)
        fence, _, rest = escape.code("\n".join(lines)).partition("\n")
        return f"{fence}suggestion\n{rest}"
    if short := short_fix(finding):
        return f"**Fix:** {escape.markdown(short)}"
    return _details("How to fix it", long_fix(finding))


def _details(summary: str, text: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{text}\n\n</details>" if text else ""
