"""The JSON report that scripts read; `report_format` says what it is made of."""

from typing import Any

from reviewbot.errors import Unavailable
from reviewbot.findings import Dropped, Finding
from reviewbot.report import Coverage, Facts, Report
from reviewbot.review import Usage
from reviewbot.sinks.json_rows import Row, dump, gap_rows, target_row
from reviewbot.sinks.output import Destination, write

SCHEMA = "reviewbot/report/v1"


class JsonSink:
    """Writes the report as JSON, complete: nothing is cut, and nothing in it is escaped for people."""

    def __init__(self, to: Destination) -> None:
        self._to = to

    def deliver(self, report: Report) -> None:
        """Write the whole report.

        Raises:
            SinkError: it could not be written.
        """
        write(render_json(report), self._to)


def render_json(report: Report) -> str:
    """The report as JSON text: the same report gives the same bytes."""
    return dump(
        {
            "schema": SCHEMA,
            "target": target_row(report.target),
            "verdict": report.verdict.value,
            "findings": [_finding(finding) for finding in report.findings],
            "dropped": [_dropped(dropped) for dropped in report.dropped],
            "rejected": [
                {"path": path, "excerpt": item.excerpt, "reason": item.reason}
                for path, item in report.rejected
            ],
            "merged": report.merged,
            "coverage": _coverage(report.coverage) | {"gaps": gap_rows(report.gaps)},
            "usage": _usage(report.usage, report.facts),
            "engines": list(report.engines),
            "errors": [_error(error) for error in report.errors],
            "facts": _facts(report.facts),
        }
    )


def _finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "path": finding.path,
        "side": finding.side.value,
        "line": finding.line,
        "end_line": finding.end_line,
        "cwe": finding.cwe,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "title": finding.title,
        "explanation": finding.explanation,
        "fix": finding.fix,
        "quote": finding.quote,
        "symbol": finding.symbol,
        "sources": list(finding.sources),
        "status": finding.status.value,
        "evidence": list(finding.evidence),
        "verified": finding.verified,
    }


def _dropped(dropped: Dropped) -> Row:
    claim = dropped.claim
    return {
        "id": dropped.id,
        "path": dropped.path,
        "side": claim.side.value if claim.side else None,
        "line": claim.line,
        "cwe": claim.cwe,
        "severity": claim.severity.label,
        "confidence": claim.confidence.label,
        "title": claim.title,
        "explanation": claim.explanation,
        "fix": claim.fix,
        "quote": claim.quote,
        "sources": [claim.by],
        "status": claim.status.value,
        "reason": dropped.reason,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "changed_lines": coverage.changed,
        "reviewed_lines": coverage.reviewed,
        "cached_lines": coverage.cached,
        "skipped_lines": coverage.skipped,
        "failed_lines": coverage.failed,
        "chunks": coverage.chunks,
    }


def _usage(usage: Usage, facts: Facts) -> Row:
    return {
        "calls": usage.calls,
        "prompt_tokens": usage.prompt_tokens,
        "cached_tokens": usage.cached_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost_usd": usage.cost_usd,
        "prices_as_of": facts.prices_as_of,
        "elsewhere": {model: {"usd": usd} for model, usd in facts.elsewhere},
    }


def _error(error: Unavailable) -> Row:
    return {"message": error.message, "hint": error.hint}


def _facts(facts: Facts) -> Row:
    return {
        "version": facts.version,
        "model": facts.model,
        "prompt_sha256": facts.prompt_sha256,
        "notes": list(facts.notes),
    }
