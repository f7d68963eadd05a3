"""One finding as a model writes it: what the words may be, and the claim that they make."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from reviewbot.findings import Claim, Confidence, Severity, Status
from reviewbot.reviewers.weaknesses import WEAKNESSES, identify, title_of
from reviewbot.spans import Side

BY = "model"

_LAST_LINE = 10_000_000
_LONGEST_TEXT = 2_000


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _cwe(value: object) -> object:
    return value if isinstance(value, bool) or not isinstance(value, int | str) else identify(str(value))


def _line(value: object) -> object:
    """A line number as models write it, None if no file has such a line; what is no number stays as it is."""
    if isinstance(value, str) and (digits := re.fullmatch(r"\s*(\d{1,9})[+ ]?\s*", value)):
        value = int(digits[1])
    if isinstance(value, float) and (value.is_integer() or abs(value) > _LAST_LINE):
        value = int(value) if value.is_integer() else 0
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 1 <= value <= _LAST_LINE else None
    return value


def _text(value: object) -> object:
    """Cut where nobody reads on; a lone surrogate is no text, for it cannot be written to any file."""
    if not isinstance(value, str):
        return value
    value = value[:_LONGEST_TEXT].replace("\0", "").rstrip()
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("is not valid Unicode")
    return value


Text = Annotated[str, BeforeValidator(_text)]


class Item(BaseModel):
    """One finding as a model writes it.

    Unknown keys are ignored, a path, a repository and a last line among them: the chunk has its own, and the
    quote decides the place.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    trace: Text | None = None
    quote: Text
    line: Annotated[int | None, BeforeValidator(_line)] = None
    cwe: Annotated[str, BeforeValidator(_cwe)]
    severity: Annotated[Literal["critical", "high", "medium", "low"], BeforeValidator(_lower)]
    attacker: Text | None = None
    explanation: Text
    fix: Text | None = None
    introduced: Annotated[Literal["added", "removed_check", "pre_existing"], BeforeValidator(_lower)] = (
        "added"
    )
    source_shown: bool = False

    def claim(self) -> Claim:
        """The claim that this makes.

        Whoever shows where the attacker's data enters is worth a medium confidence, others a low one. Only a
        removed check may be quoted from removed lines: any other defect must stand in code that is there.
        """
        return Claim(
            by=BY,
            cwe=self.cwe,
            severity=Severity[self.severity.upper()],
            confidence=Confidence.MEDIUM if self.source_shown else Confidence.LOW,
            title=title_of(self.cwe),
            explanation=self.explanation.strip(),
            quote=self.quote.strip(),
            line=self.line,
            side=None if self.introduced == "removed_check" else Side.NEW,
            fix=self.fix or None,
            status=Status.PRE_EXISTING if self.introduced == "pre_existing" else Status.NEW,
        )


def reply_schema() -> dict[str, Any]:
    """The JSON schema of a reply, in the subset that every provider takes: all required, no bounds."""
    text = {"type": "string"}
    finding = {
        "trace": text,
        "quote": text,
        "line": {"type": "integer"},
        "cwe": {"type": "string", "enum": list(WEAKNESSES)},
        "severity": {"type": "string", "enum": ["critical", "high", "medium", "low"]},
        "attacker": text,
        "explanation": text,
        "fix": {"type": ["string", "null"]},
        "introduced": {"type": "string", "enum": ["added", "removed_check", "pre_existing"]},
        "source_shown": {"type": "boolean"},
    }
    need = {"symbol": text, "why": text}
    return _object(
        {
            "analysis": text,
            "findings": {"type": "array", "items": _object(finding)},
            "needs": {"type": "array", "items": _object(need)},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
