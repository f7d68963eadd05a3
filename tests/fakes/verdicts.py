"""What the model server answers to a verifier.

with ModelServer(beside(planted(Plant("eval(")), confirming)) as server: ...
"""

import json
import re
from dataclasses import dataclass

from fakes.model_server import Answer, Request, Script, completion

_CLAIM = re.compile(
    r"^(==[0-9a-f]{24}==)\nweakness: (CWE-\w+) (.*)\nline: (.*)\nclaim: (.*)\n\1$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The claim that a verifier was asked to refute, as it stands in the request."""

    cwe: str
    title: str
    line: str
    says: str


def asked(request: Request) -> Asked | None:
    """The claim of a verifier's request, None for a finder's."""
    found = _CLAIM.search(request.body["messages"][-1]["content"])
    return Asked(*found.groups()[1:]) if found else None


def judgement(verdict: str, **fields: object) -> Answer:
    """An answer in the verifier's schema, without any quote unless given."""
    fields = {
        "analysis": "As planted.",
        "source": "not shown",
        "sink": "not shown",
        "guards_seen": [],
        "guard": None,
        "guard_defeats": fields.get("guard") is not None,
        "verdict": verdict,
        "reason": "Because it is planted.",
        **fields,
    }
    return completion(json.dumps(fields))


def confirming(request: Request) -> Answer:
    """Confirms each claim at the accused line, without a source."""
    claim = asked(request)
    assert claim
    return judgement("confirmed", sink=claim.line)


def refuting(guard: str) -> Script:
    """Refutes each claim by this line, wherever it stands."""
    return lambda request: judgement(
        "refuted", guard=guard, sink=(asked(request) or Asked("", "", "", "")).line
    )


def beside(finder: Script, verifier: Script) -> Script:
    """One model that both ask."""
    return lambda request: (verifier if asked(request) else finder)(request)
