"""One judgement as a model writes it: what a claim comes to, and the lines that show it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from reviewbot.reviewers.faults import ReplyError, sentence
from reviewbot.reviewers.item import Text
from reviewbot.reviewers.loose_json import find_values
from reviewbot.verification import Ruling

_LONGEST_REASON = 300


def _word(value: object) -> object:
    return "_".join(value.lower().split()) if isinstance(value, str) else value


def _quote(value: object) -> object:
    """What is not shown is no quote, however it is said."""
    nothing = value is None or (isinstance(value, str) and value.strip(" .\"'`").lower() in _NOTHING)
    return "" if nothing else value


_NOTHING = frozenset({"", "not shown", "not_shown", "none", "null", "unknown", "n/a"})
Quote = Annotated[Text, BeforeValidator(_quote)]


class Judgement(BaseModel):
    """The answer of a verifier. Unknown keys are ignored."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    source: Quote = ""
    sink: Quote = ""
    guard: Quote = ""
    guard_defeats: bool = False
    verdict: Annotated[Literal["confirmed", "refuted", "needs_context"], BeforeValidator(_word)]
    reason: Text = ""

    @property
    def ruling(self) -> Ruling:
        """What it comes to: who says of his guard that it does not hold everything off has not refuted."""
        ruling = Ruling(self.verdict)
        undecided = ruling is Ruling.REFUTED and not self.guard_defeats
        return Ruling.NEEDS_CONTEXT if undecided else ruling


def parse_judgement(words: str) -> Judgement:
    """The judgement in a reply.

    Raises:
        ReplyError: there is none, or there are several that differ: one of them may be quoted from the code.
    """
    found = find_values(words, _read)
    if not found:
        raise ReplyError("the reply holds no JSON object with a verdict")
    if len({judgement.verdict for judgement in found}) > 1:
        raise ReplyError("the reply holds verdicts that contradict each other")
    return found[-1]


def _read(value: object) -> Judgement:
    alone = value[0] if isinstance(value, list) and len(value) == 1 else value
    judgement = Judgement.model_validate(alone)
    return judgement.model_copy(update={"reason": sentence(judgement.reason, _LONGEST_REASON)})


def judgement_schema() -> dict[str, Any]:
    """The JSON schema of a judgement, in the subset that every provider takes: all required, no bounds."""
    text = {"type": "string"}
    properties = {
        "analysis": text,
        "source": text,
        "sink": text,
        "guards_seen": {"type": "array", "items": text},
        "guard": {"type": ["string", "null"]},
        "guard_defeats": {"type": "boolean"},
        "verdict": {"type": "string", "enum": ["confirmed", "refuted", "needs_context"]},
        "reason": text,
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
