"""One result of a scanner, as far as it says anything of a line of a file; and what is left out, and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from reviewbot.findings import Severity
from reviewbot.reviewers.imported.addresses import path_of
from reviewbot.reviewers.imported.document import number, table, tables, text
from reviewbot.reviewers.imported.meanings import confidence_of, cwe_of, severity_of
from reviewbot.reviewers.imported.rules import Rulebook, message_of
from reviewbot.reviewers.static.passages import Weakness
from reviewbot.reviewers.weaknesses import OTHER, identify, title_of

_LONGEST_TITLE: Final = 120
_MOST_LOCATIONS: Final = 10
_NO_DEFECT: Final = frozenset({"pass", "notApplicable", "informational"})
_LINK: Final = re.compile(r"\[([^\[\]]{0,200})\]\(\d{1,3}\)")
"""How a message refers to a related location."""


class Omission(StrEnum):
    """Why a result is not looked for in the change."""

    SUPPRESSED = "suppressed"
    PLACELESS = "without a line of a file"
    UNREADABLE = "that cannot be read"
    CROWDED = "too many for one line"
    NO_DEFECT = ""
    """The scanner says that all is well there: nothing is left out."""


@dataclass(frozen=True, slots=True)
class Result:
    """A defect that a scanner sees on these lines; `snippet` is the first of them as it saw it, or "".

    A `path` that begins with `/` is one of the scanner's machine.
    """

    path: str
    line: int
    last: int
    snippet: str
    weakness: Weakness


def read_result(item: object, run: Mapping[str, Any], rules: Rulebook) -> Result | Omission:
    """What an item of a run says."""
    if not isinstance(item, dict):
        return Omission.UNREADABLE
    if text(item, "kind") in _NO_DEFECT or text(item, "baselineState") == "absent":
        return Omission.NO_DEFECT
    places = (_placed(location, run) for location in tables(item, "locations")[:_MOST_LOCATIONS])
    place = next(filter(None, places), None)
    weakness = _weakness(item, rules)
    if _is_suppressed(item, weakness.severity):
        return Omission.SUPPRESSED
    return Result(*place, weakness) if place else Omission.PLACELESS


def _placed(location: Mapping[str, Any], run: Mapping[str, Any]) -> tuple[str, int, int, str] | None:
    physical = table(location, "physicalLocation")
    path = path_of(table(physical, "artifactLocation"), run)
    region = table(physical, "region")
    first, last = number(region, "startLine"), number(region, "endLine")
    if not path or not first:
        return None
    lines = text(table(region, "snippet"), "text").split("\n")
    return path, first, max(first, last or 0), lines[0].strip()


def _is_suppressed(item: Mapping[str, Any], severity: Severity) -> bool:
    """Whether all who decide have accepted it.

    A remark in the source may stand in the very change that is reviewed: it cannot silence what is grave.
    """
    suppressions = tables(item, "suppressions")
    accepted = all(text(one, "status") in {"", "accepted"} for one in suppressions)
    outside = all(text(one, "kind") == "external" for one in suppressions)
    return bool(suppressions) and accepted and (outside or severity < Severity.HIGH)


def _weakness(item: Mapping[str, Any], rules: Rulebook) -> Weakness:
    rule, rule_id = rules.rule_of(item), rules.id_of(item)
    cwe = cwe_of(item, rule, rule_id)
    title = _title(rule, rule_id, cwe)
    said = _LINK.sub(r"\1", message_of(item, rule)) or title
    fixes = tables(item, "fixes")
    return Weakness(
        cwe=cwe,
        severity=severity_of(item, rule, cwe),
        confidence=confidence_of(item, rule),
        title=title,
        explanation=f"{said} (rule {rule_id})" if rule_id else said,
        fix=text(table(fixes[0], "description"), "text") if fixes else "",
    )


def _title(rule: Mapping[str, Any], rule_id: str, cwe: str) -> str:
    """One short line: the rule's own words, unless they only repeat its id, else those for its weakness."""
    own = text(table(rule, "shortDescription"), "text")
    own = "" if own in {rule_id, f"Semgrep Finding: {rule_id}"} else own
    known = title_of(identify(cwe)) if identify(cwe) != OTHER else ""
    title = " ".join((own or known or text(rule, "name") or rule_id or title_of(OTHER)).split())
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
