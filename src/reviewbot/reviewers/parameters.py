"""What of a request an endpoint does not take: learned from its first refusal, left out from then on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewbot.reviewers.faults import Refused
from reviewbot.reviewers.refusals import named

_NEEDED = frozenset({"model", "messages"})
LIMITS = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
"""Both names of the limit on the output, each with the other."""

_SCHEMA, _OBJECT = "json_schema", {"type": "json_object"}


@dataclass(slots=True)
class Parameters:
    """The parameters that an endpoint has refused.

    A limit on the output goes by its other name then, and a schema becomes "any JSON object" before JSON is
    left to the prompt alone.
    """

    dropped: tuple[str, ...] = field(default=(), init=False)
    """Their names, as a report may tell them, in the order of the refusals."""

    def fit(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body as far as the endpoint takes it."""
        fitted = dict(body)
        for name in self.dropped:
            if name == _SCHEMA and "response_format" in fitted:
                fitted["response_format"] = _OBJECT
            value = fitted.pop(name, None)
            other = LIMITS.get(name)
            if value is not None and other and other not in self.dropped:
                fitted[other] = value
        return fitted

    def learn(self, sent: Mapping[str, Any], refusal: Refused) -> bool:
        """Whether another request would differ from the one that was `sent` and refused."""
        name = named([name for name in sent if name not in _NEEDED], refusal.param, refusal.told)
        if name == "response_format" and sent[name].get("type") == _SCHEMA:
            name = _SCHEMA
        if name and name not in self.dropped:
            self.dropped += (name,)
        return name is not None
