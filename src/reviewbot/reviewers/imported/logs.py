"""A SARIF log as scans: what each scanner found, what it could not do, and what nobody can use."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reviewbot.errors import UsageError
from reviewbot.reviewers.imported.addresses import path_of
from reviewbot.reviewers.imported.document import items, table, tables, text
from reviewbot.reviewers.imported.results import Omission, Result, read_result
from reviewbot.reviewers.imported.rules import Rulebook

LARGEST: Final = 50_000_000
"""Bytes of a log."""
_MOST_RUNS: Final = 100
_MOST_RESULTS: Final = 25_000
"""As many as GitHub takes of one run."""
_MOST_ON_A_LINE: Final = 20
_MOST_COMPLAINTS: Final = 100
_HINT: Final = "let the scanner write SARIF 2.1.0, as by --sarif or --format sarif"


@dataclass(frozen=True, slots=True)
class Scan:
    """One run of a scanner.

    `failure` says why it did not come to its end, "" if it did; `unread` why it had trouble with a file, by
    path. `complaints` are troubles for which it names no file.
    """

    tool: str
    results: tuple[Result, ...]
    omitted: Mapping[Omission, int] = field(default_factory=dict)
    failure: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def read_log(raw: bytes, name: str) -> tuple[Scan, ...]:
    """Every run that a file holds.

    Raises:
        UsageError: it is no SARIF log, or one that says nothing that could join a review.
    """
    if len(raw) > LARGEST:
        raise UsageError(f"{name} is larger than {LARGEST:,} bytes", "have the scanner look at less")
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as error:  # a UnicodeDecodeError is a ValueError
        raise UsageError(f"{name} is not JSON, so it is no SARIF log", _HINT) from error
    if not text(document, "version").startswith("2.1.") or not isinstance(document.get("runs"), list):
        raise UsageError(f"{name} is no SARIF 2.1.0 log", _HINT)
    runs = tables(document, "runs")
    if len(runs) != len(document["runs"]) or not 0 < len(runs) <= _MOST_RUNS:
        raise UsageError(f"{name} holds no run of a scanner, or what is none", _HINT)
    return tuple(_scan(run, name) for run in runs)


def _scan(run: Mapping[str, Any], name: str) -> Scan:
    tool = _tool(text(table(run, "tool", "driver"), "name", 40))
    if tool == "reviewbot":
        raise UsageError(f"{name} is a report of reviewbot", "a review cannot bear witness for itself")
    results: list[Result] = []
    omitted: Counter[Omission] = Counter()
    for found in _read(run):
        if isinstance(found, Omission):
            omitted[found] += 1
        else:
            results.append(found)
    del omitted[Omission.NO_DEFECT]
    unread, complaints = _troubles(run)
    return Scan(tool, tuple(results), omitted, _failure(run), unread, complaints)


def _read(run: Mapping[str, Any]) -> Iterator[Result | Omission]:
    """What each item of a run comes to; no line has room for any number of them."""
    rules = Rulebook.of(run)
    lines: Counter[tuple[str, int]] = Counter()
    for item in items(run, "results")[:_MOST_RESULTS]:
        found = read_result(item, run, rules)
        if isinstance(found, Result):
            lines[found.path, found.line] += 1
            found = Omission.CROWDED if lines[found.path, found.line] > _MOST_ON_A_LINE else found
        yield found


def _tool(name: str) -> str:
    """A scanner's name as a word; an edition of it is no other scanner."""
    word = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-.")
    return re.sub(r"-(oss|pro|ce|community|enterprise)$", "", word) or "unnamed"


def _failure(run: Mapping[str, Any]) -> str:
    """Why a scan cannot be taken for one of everything, "" if nothing speaks against it."""
    if not isinstance(run.get("results"), list):
        return "its log holds no results of a scan"
    if len(run["results"]) > _MOST_RESULTS:
        return f"its log holds more than {_MOST_RESULTS:,} results"
    failed = [one for one in tables(run, "invocations") if one.get("executionSuccessful", True) is not True]
    if not failed:
        return ""
    words = text(failed[0], "exitCodeDescription", 200) or text(failed[0], "exitSignalName", 200)
    words = words or next((_words(notice) for notice in _errors(failed[0])), "")
    return f"it did not run to its end{words and f': {words}'}"


def _troubles(run: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What a scanner calls errors of its own: by the file that it names, and those without one."""
    unread: dict[str, str] = {}
    complaints: list[str] = []
    for notice in [notice for invocation in tables(run, "invocations") for notice in _errors(invocation)]:
        places = (table(one, "physicalLocation", "artifactLocation") for one in tables(notice, "locations"))
        paths = [path for place in places if (path := path_of(place, run))]
        unread |= dict.fromkeys(paths, _words(notice))
        complaints += [] if paths else [_words(notice)]
    return unread, tuple(complaints[:_MOST_COMPLAINTS])


def _errors(invocation: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for one in tables(invocation, "toolExecutionNotifications") if text(one, "level") == "error"]


def _words(notice: Mapping[str, Any]) -> str:
    return " ".join(text(table(notice, "message"), "text", 200).split()) or "it does not say why"
