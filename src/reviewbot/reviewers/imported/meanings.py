"""What a result means in our words: weakness, severity, confidence; each scanner writes them elsewhere."""

import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.imported.document import items, table, tables, text
from reviewbot.reviewers.weaknesses import OTHER, identify

_CWE: Final = re.compile(r"cwe[-_/: ]{0,3}0{0,4}([1-9]\d{0,4})(?!\d)", re.IGNORECASE)
_BARE: Final = re.compile(r"0{0,4}([1-9]\d{0,4})")
_SCORES: Final = ((9.0, Severity.CRITICAL), (7.0, Severity.HIGH), (4.0, Severity.MEDIUM))
"""As GitHub reads `security-severity`."""
_LEVELS: Final = {
    "error": Severity.HIGH,
    "warning": Severity.MEDIUM,
    "note": Severity.LOW,
    "none": Severity.LOW,
}
_SEVERITIES: Final = {
    **{severity.label: severity for severity in Severity},
    "moderate": Severity.MEDIUM,
    "informational": Severity.LOW,
    "info": Severity.LOW,
}
_CONFIDENCES: Final = {"very-high": Confidence.HIGH, **{level.label: level for level in Confidence}}
_UNSURE: Final = frozenset({"open", "review"})
"""Kinds of results that the scanner itself leaves to somebody else to decide."""


def cwe_of(result: Mapping[str, Any], rule: Mapping[str, Any], rule_id: str) -> str:
    """The weakness as `CWE-n`: of several the first that we know; `OTHER` if nobody tells."""
    named = list(dict.fromkeys((*_tagged(result, rule), *_related(result, rule))))
    named = named or [known for key in _keys(rule_id) if (known := _known_rules().get(key))]
    return next((cwe for cwe in named if identify(cwe) != OTHER), named[0] if named else OTHER)


def severity_of(result: Mapping[str, Any], rule: Mapping[str, Any], cwe: str) -> Severity:
    """By the score, else by a word, else by the level.

    A rule that says nothing of security is a linter's: its error is seldom an attacker's, so it counts less.
    """
    for properties in _properties(result, rule):
        score = properties.get("security-severity")
        if (severity := _scored(score)) is not None:
            return severity
    if word := _word(result, rule, "severity", _SEVERITIES):
        return _SEVERITIES[word]
    level = text(result, "level") or text(table(rule, "defaultConfiguration"), "level")
    severity = _LEVELS.get(level, Severity.MEDIUM)
    return severity if cwe != OTHER or "security" in _tags(result, rule) else Severity(max(severity - 1, 1))


def confidence_of(result: Mapping[str, Any], rule: Mapping[str, Any]) -> Confidence:
    """As the scanner says, else medium; low where it leaves the decision to others."""
    if text(result, "kind") in _UNSURE:
        return Confidence.LOW
    tags = (tag.removesuffix(" confidence") for tag in _tags(result, rule) if tag.endswith(" confidence"))
    words = (
        _word(result, rule, "confidence", _CONFIDENCES),
        next((tag for tag in tags if tag in _CONFIDENCES), None),
        _word(result, rule, "precision", _CONFIDENCES),
    )
    return next((_CONFIDENCES[word] for word in words if word), Confidence.MEDIUM)


def _tagged(result: Mapping[str, Any], rule: Mapping[str, Any]) -> Iterator[str]:
    """From `CWE-79`, `external/cwe/cwe-079` and `CWE-79: Improper ...`, in tags and under `cwe`."""
    for properties in _properties(result, rule):
        for key in ("cwe", "cwes", "tags"):
            found = properties.get(key)
            for value in found[:100] if isinstance(found, list) else [found]:
                if isinstance(value, str) and (match := _CWE.search(value[:200])):
                    yield f"CWE-{match[1]}"


def _related(result: Mapping[str, Any], rule: Mapping[str, Any]) -> Iterator[str]:
    """From the entries of the taxonomy of that name."""
    targets = (table(relation, "target") for relation in tables(rule, "relationships")[:100])
    for target in (*tables(result, "taxa")[:100], *targets):
        bare = _BARE if text(table(target, "toolComponent"), "name").upper() == "CWE" else _CWE
        if match := bare.fullmatch(text(target, "id", 20)):
            yield f"CWE-{match[1]}"


def _scored(score: object) -> Severity | None:
    try:
        value = float(score) if isinstance(score, str | int | float) else math.nan
    except (ValueError, OverflowError):
        return None
    if math.isnan(value):
        return None
    return next((severity for least, severity in _SCORES if value >= least), Severity.LOW)


def _word(
    result: Mapping[str, Any], rule: Mapping[str, Any], kind: str, known: Mapping[str, object]
) -> str | None:
    """The word under `kind`, `issue_kind` or `tool/kind`, if it is a known one."""
    for properties in _properties(result, rule):
        for key, value in properties.items():
            if (
                re.split(r"[_/]", key.lower())[-1] == kind
                and isinstance(value, str)
                and value.lower() in known
            ):
                return value.lower()
    return None


def _properties(result: Mapping[str, Any], rule: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    return table(result, "properties"), table(rule, "properties")


def _tags(result: Mapping[str, Any], rule: Mapping[str, Any]) -> list[str]:
    found = (items(properties, "tags")[:100] for properties in _properties(result, rule))
    return [tag.lower() for tags in found for tag in tags if isinstance(tag, str)]


def _keys(rule_id: str) -> Iterable[str]:
    """Under which a rule may stand in the table; Bandit's B602 is ruff's S602."""
    return (rule_id, re.sub(r"^B(?=\d{3}$)", "S", rule_id))


@cache
def _known_rules() -> Mapping[str, str]:
    """Weaknesses by the ids of rules whose scanners do not tell; ruff's are those of our own engine."""
    own = tomllib.loads(files("reviewbot.reviewers.static").joinpath("python.toml").read_text("utf-8"))
    more = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return {code: entry["cwe"] for code, entry in own["on"].items()} | more
