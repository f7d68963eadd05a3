"""A JSON report read back, so that one job can publish what another one found.

The file comes from a job that handled hostile code: it is believed no further than its form goes. What it
says of itself is worked out again, and what does not agree is refused; its texts are escaped like any others.
"""

import json
import math
import re
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Final, NoReturn

from pydantic import ValidationError

from reviewbot.diff import Target
from reviewbot.errors import SourceError, Unavailable
from reviewbot.findings import Claim, Confidence, Dropped, Finding, Severity, Status
from reviewbot.report import Coverage, Facts, Report
from reviewbot.review import Rejected, Usage
from reviewbot.sinks import report_format as form
from reviewbot.spans import Gap, GapKind, Side, Span

LARGEST: Final = 64_000_000
"""Bytes. The report of a change of 100,000 lines has a tenth of this."""

_ID = re.compile(r"[0-9a-f]{16}")
_HINT = "Give a report.json that this version of reviewbot wrote."


def read_report(text: bytes) -> Report:
    """The report that `render_json` wrote.

    Raises:
        SourceError: it is not of that form, too large, or contradicts itself.
    """
    if len(text) > LARGEST:
        raise SourceError(f"the report has {len(text):,} bytes, more than any has", _HINT)
    try:
        # Not pydantic's own parser: that one refuses the surrogates of a path that is not UTF-8.
        stored = form.ReportFile.model_validate(json.loads(text, parse_constant=_refuse))
        report = _report(stored)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SourceError(f"this is no report: {where}: {first['msg']}", _HINT) from None
    except (ValueError, RecursionError) as error:
        raise SourceError(f"this is no report: {error}", _HINT) from None
    _check(stored, report)
    return report


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _check(stored: form.ReportFile, report: Report) -> None:
    cover = report.coverage
    counts = (cover.changed, cover.reviewed, cover.cached, cover.skipped, cover.failed, cover.chunks)
    if report.verdict.value != stored.verdict:
        raise SourceError(f"the report calls itself {stored.verdict}, but it is {report.verdict}", _HINT)
    if min(counts) < 0 or cover.changed != cover.reviewed + cover.skipped + cover.failed:
        raise SourceError("the lines that the report counts do not add up", _HINT)
    if len({finding.id for finding in report.findings}) != len(report.findings):
        raise SourceError("two findings of the report have one id", _HINT)


def _report(stored: form.ReportFile) -> Report:
    return Report(
        target=_target(stored.target),
        engines=tuple(stored.engines),
        findings=tuple(map(_finding, stored.findings)),
        dropped=tuple(map(_dropped, stored.dropped)),
        rejected=tuple((row.path, Rejected(row.excerpt, row.reason)) for row in stored.rejected),
        merged=stored.merged,
        gaps=tuple(_gaps(stored.coverage.gaps)),
        coverage=_coverage(stored.coverage),
        usage=_usage(stored.usage),
        errors=tuple(Unavailable(row.message, row.hint) for row in stored.errors),
        facts=_facts(stored),
    )


def _target(row: form.TargetRow) -> Target:
    globs = tuple(row.include), tuple(row.exclude)
    return Target(
        row.kind, row.repo, row.base, row.head, row.number, row.shard, *globs, tuple(row.repositories)
    )


def _finding(row: form.FindingRow) -> Finding:
    span = Span(row.path, Side(row.side), row.line, row.end_line)  # refuses lines that cannot be
    return Finding(
        id=_identity(row.id),
        path=span.path,
        side=span.side,
        line=span.start,
        end_line=span.end,
        cwe=row.cwe,
        severity=_severity(row.severity),
        confidence=_confidence(row.confidence),
        title=row.title,
        explanation=row.explanation,
        fix=row.fix,
        quote=row.quote,
        symbol=row.symbol,
        sources=tuple(row.sources),
        status=Status(row.status),
        evidence=tuple(row.evidence),
        verified=row.verified,
    )


def _identity(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is no finding's id")
    return text


def _dropped(row: form.DroppedRow) -> Dropped:
    (by,) = row.sources
    claim = Claim(
        by=by,
        cwe=row.cwe,
        severity=_severity(row.severity),
        confidence=_confidence(row.confidence),
        title=row.title,
        explanation=row.explanation,
        quote=row.quote,
        line=row.line,
        side=Side(row.side) if row.side else None,
        fix=row.fix,
        status=Status(row.status),
    )
    return Dropped(claim, row.path, row.reason, _identity(row.id) if row.id else "")


def _gaps(rows: Iterable[form.GapRow]) -> Iterable[Gap]:
    """Rows of one path and one cause were one gap, and are again."""
    cause = attrgetter("path", "kind", "by", "reason")
    for (path, kind, by, reason), same in groupby(sorted(rows, key=cause), key=cause):
        spans = tuple(
            Span(row.path, Side(row.side), row.start or 0, row.end or 0) for row in same if row.side
        )
        yield Gap(path, spans, GapKind(kind), by, reason)


def _coverage(row: form.CoverageRow) -> Coverage:
    return Coverage(
        row.changed_lines,
        row.reviewed_lines,
        row.cached_lines,
        row.skipped_lines,
        row.failed_lines,
        row.chunks,
    )


def _usage(row: form.UsageRow) -> Usage:
    counts = (row.calls, row.prompt_tokens, row.cached_tokens, row.completion_tokens, row.cost_usd or 0.0)
    if not all(0 <= count < math.inf for count in counts):
        raise ValueError("a usage below zero or without end")
    return Usage(row.calls, row.prompt_tokens, row.cached_tokens, row.completion_tokens, row.cost_usd)


def _facts(stored: form.ReportFile) -> Facts:
    facts = stored.facts
    return Facts(
        version=facts.version,
        model=facts.model,
        prompt_sha256=facts.prompt_sha256,
        prices_as_of=stored.usage.prices_as_of,
        notes=tuple(facts.notes),
        elsewhere=tuple((model, row.usd) for model, row in stored.usage.elsewhere.items()),
    )


def _severity(label: form.Severity) -> Severity:
    return Severity[label.upper()]


def _confidence(label: form.Confidence) -> Confidence:
    return Confidence[label.upper()]
