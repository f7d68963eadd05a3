"""What the JSON of a report and of a plan have in common, and how it becomes bytes."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reviewbot.diff import Target
from reviewbot.spans import Gap

Row = dict[str, Any]


def dump(document: Mapping[str, Any]) -> str:
    """The same text for the same document, pure ASCII, ended by a newline.

    ASCII since a path may hold bytes that are no UTF-8 at all; `json.loads` gives them back as they were.
    """
    text = json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False)
    # A CI runner that reads this on standard output obeys `##[command]` anywhere in a line. Such a run can
    # only stand inside a JSON string, where the code point says the same.
    return text.replace("##", r"#\u0023") + "\n"


def target_row(target: Target) -> Row:
    """The key `target` of every document."""
    row: Row = {
        "kind": target.kind,
        "base": target.base,
        "head": target.head,
        "repo": target.repo,
        "number": target.number,
    }
    part = {"shard": target.shard, "include": list(target.include), "exclude": list(target.exclude)}
    part |= {"repositories": list(target.repositories)}
    return row | {name: value for name, value in part.items() if value}


def gap_rows(gaps: Iterable[Gap]) -> list[Row]:
    """One row for each run of lines; a gap without lines has one row with null in their place."""
    rows = [row for gap in gaps for row in _rows(gap)]
    return sorted(rows, key=lambda row: (row["path"], row["side"] or "", row["start"] or 0, *_cause(row)))


def _rows(gap: Gap) -> list[Row]:
    cause = {"kind": gap.kind.value, "by": gap.by, "reason": gap.reason}
    if not gap.spans:
        return [{"path": gap.path, "side": None, "start": None, "end": None} | cause]
    return [
        {"path": span.path, "side": span.side.value, "start": span.start, "end": span.end} | cause
        for span in gap.spans
    ]


def _cause(row: Row) -> tuple[object, ...]:
    return row["end"] or 0, row["kind"], row["by"], row["reason"]
