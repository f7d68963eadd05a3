"""SARIF logs for tests: real ones and small ones, and what becomes of them."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builders import chunk_of
from reviewbot.chunks import Chunk, Plan
from reviewbot.diff import Target
from reviewbot.pipeline import review_plan
from reviewbot.report import Report
from reviewbot.reviewers.imported import join, read_log
from reviewbot.reviewers.imported.logs import Scan

LOGS = Path(__file__).parent / "data" / "sarif"
CODE = "import os\nname = input()\nos.system('ls ' + name)\n"
LINE = 3
"""Where CODE does harm."""


def place(uri: str = "app.py", line: object = LINE, **region: object) -> dict[str, Any]:
    """A location in a file."""
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line, **region}},
    }


def result(*places: Mapping[str, Any], **fields: object) -> dict[str, Any]:
    """A result at these places, by default where CODE does harm."""
    return {
        "ruleId": "shell",
        "message": {"text": "A name reaches a shell."},
        "locations": list(places or (place(),)),
        **fields,
    }


def run(
    *results: object, tool: str = "Scanner", rules: Sequence[object] = (), **fields: object
) -> dict[str, Any]:
    """A run of a scanner."""
    driver = {"name": tool, "rules": list(rules)}
    return {"tool": {"driver": driver}, "results": list(results), **fields}


def log(*runs: object) -> bytes:
    """A log of these runs."""
    return json.dumps({"version": "2.1.0", "runs": runs}).encode()


def scan(*results: object, **fields: Any) -> Scan:  # noqa: ANN401 - any part of a run
    """A run, as it is read."""
    (one,) = read_log(log(run(*results, **fields)), "log.sarif")
    return one


def review(*runs: object, pieces: Sequence[Chunk] | None = None) -> tuple[Report, list[str]]:
    """A whole review by nothing but these runs, and what is noted."""
    scanners = join(read_log(log(*runs), "log.sarif"))
    plan = Plan(tuple(pieces or [chunk_of(CODE)]), ())
    report = asyncio.run(review_plan(Target("diff", "shop"), plan, scanners))
    return report, [note for scanner in scanners for note in scanner.notes()]
