"""The format of the JSON report, for reading one back: what is not exactly of this form is refused.

`docs/report.schema.json` is made from it.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema


def _text(value: Any) -> str:  # noqa: ANN401 - anything may stand in a file
    if not isinstance(value, str):
        raise ValueError("not a string")  # noqa: TRY004 - pydantic wants a ValueError
    return value


# pydantic's own `str` refuses the surrogates of a path that is not UTF-8.
Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string"})]
Side = Literal["old", "new"]
Severity = Literal["low", "medium", "high", "critical"]
Confidence = Literal["low", "medium", "high"]
Status = Literal["new", "pre_existing"]
Verified = Literal["", "confirmed", "needs_context", "unverified", "refuted"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TargetRow(_Row):
    """What was reviewed; `base` and `head` are "" where there are no commits.

    `shard` is there for one of several parts of a sweep only, as 1/4; `include` and `exclude` for one of some
    files, which they chose; `repositories` where there are several: paths then stand below their names.
    """

    kind: Text
    base: Text
    head: Text
    repo: Text
    number: int | None
    shard: Text = ""
    include: list[Text] = []
    exclude: list[Text] = []
    repositories: list[Text] = []


class FindingRow(_Row):
    """One defect at lines that exist. `id` survives moving up and down the file.

    `evidence` says what the confidence rests on; `verified` is the word of whoever tried to refute it, and ""
    if nobody was asked.
    """

    id: Text
    path: Text
    side: Side
    line: int
    end_line: int
    cwe: Text
    severity: Severity
    confidence: Confidence
    title: Text
    explanation: Text
    fix: Text | None
    quote: Text
    symbol: Text
    sources: list[Text]
    status: Status
    evidence: list[Text]
    verified: Verified


class DroppedRow(_Row):
    """A claim that is not reported, as it was made, and why; `id` is "" unless it was a finding first."""

    id: Text
    path: Text
    side: Side | None
    line: int | None
    cwe: Text
    severity: Severity
    confidence: Confidence
    title: Text
    explanation: Text
    fix: Text | None
    quote: Text
    sources: list[Text]
    status: Status
    reason: Text


class RejectedRow(_Row):
    """An item of a reply that is no claim at all."""

    path: Text
    excerpt: Text
    reason: Text


class GapRow(_Row):
    """Lines that `by` did not read; without side, start and end the file has none to count."""

    path: Text
    side: Side | None
    start: int | None
    end: int | None
    kind: Literal["skipped", "failed"]
    by: Text
    reason: Text


class CoverageRow(_Row):
    """Changed lines, both sides: changed = reviewed + skipped + failed.

    Cached are those among the reviewed that no model had to be asked about, since it was before.
    """

    changed_lines: int
    reviewed_lines: int
    cached_lines: int
    skipped_lines: int
    failed_lines: int
    chunks: int
    gaps: list[GapRow]


class CostRow(_Row):
    """USD, estimated."""

    usd: float


class UsageRow(_Row):
    """What reading cost; `cost_usd` is null as soon as one price is unknown.

    `elsewhere` is what the same tokens would cost on other models, the cheapest first.
    """

    calls: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost_usd: float | None
    prices_as_of: Text | None
    elsewhere: dict[Text, CostRow]


class ErrorRow(_Row):
    """An engine that could not start, and what to do."""

    message: Text
    hint: Text


class FactsRow(_Row):
    """What one needs to judge or repeat the review."""

    version: Text
    model: Text | None
    prompt_sha256: Text | None
    notes: list[Text]


class ReportFile(_Row):
    """A reviewbot report. `claimed = len(findings) + merged + len(dropped)`."""

    schema_: Literal["reviewbot/report/v1"] = Field(alias="schema")
    target: TargetRow
    verdict: Literal["clean", "findings", "incomplete"]
    findings: list[FindingRow]
    dropped: list[DroppedRow]
    rejected: list[RejectedRow]
    merged: int
    coverage: CoverageRow
    usage: UsageRow
    engines: list[Text]
    errors: list[ErrorRow]
    facts: FactsRow


def json_schema() -> str:
    """The JSON Schema of the report, for programs in other languages."""
    return json.dumps(ReportFile.model_json_schema(), indent=2) + "\n"
