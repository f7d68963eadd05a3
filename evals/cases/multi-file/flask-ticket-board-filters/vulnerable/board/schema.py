"""What clients may send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

STATUSES = ("open", "waiting", "done")


class Invalid(ValueError):
    """A body does not have the right shape."""


@dataclass(frozen=True)
class BoardFilter:
    status: str | None = None
    assignee: str | None = None

    @classmethod
    def read(cls, body: Any) -> BoardFilter:
        if not isinstance(body, dict):
            raise Invalid
        status, assignee = body.get("status"), body.get("assignee")
        if status is not None and status not in STATUSES:
            raise Invalid
        if assignee is not None and not isinstance(assignee, str):
            raise Invalid
        return cls(status, assignee)

    def as_dict(self) -> dict[str, str]:
        return {key: value for key, value in vars(self).items() if value is not None}
