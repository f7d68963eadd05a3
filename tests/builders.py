"""Small values for tests: a chunk of a file that is all new, and claims about it."""

import hashlib

from reviewbot.chunks import Chunk, Row
from reviewbot.diff import Excerpt, FileChange, Nature, Status, whole
from reviewbot.findings import Claim, Confidence, Severity
from reviewbot.spans import Side, Span


def added_file(path: str, code: str) -> FileChange:
    """A new file that holds `code`."""
    lines = tuple(code.splitlines())
    excerpts = (Excerpt(1, lines),) if lines else ()
    return FileChange(
        path, path, Status.ADDED, Nature.TEXT, whole(lines, removed=False), excerpts, complete=True
    )


def chunk_of(code: str, path: str = "app.py", symbol: str = "", language: str = "python") -> Chunk:
    """One chunk that owns every line of a new file."""
    file = added_file(path, code)
    rows = tuple(Row("+", number, text, symbol) for number, text in enumerate(code.splitlines(), 1))
    text = f"{path} ({language})\n" + "".join(row.render() for row in rows)
    return Chunk(
        id=hashlib.sha256(text.encode()).hexdigest()[:12],
        path=path,
        language=language,
        symbol=symbol,
        context=(),
        rows=rows,
        owns=(Span(path, Side.NEW, 1, len(rows)),),
        continues=(),
        text=text,
        tokens=len(text),
        file=file,
    )


def claim(  # noqa: PLR0913 - every field of a claim can matter to a test
    quote: str,
    *,
    by: str = "model",
    cwe: str = "CWE-89",
    line: int | None = None,
    severity: Severity = Severity.HIGH,
    confidence: Confidence = Confidence.MEDIUM,
    title: str = "SQL injection",
    fix: str | None = None,
) -> Claim:
    """A claim about the line that reads `quote`."""
    return Claim(by, cwe, severity, confidence, title, "An attacker reads every row.", quote, line, fix=fix)
