from dataclasses import dataclass
from datetime import datetime, timezone

import httpx


@dataclass(frozen=True)
class Event:
    kind: str
    text: str

    def as_json(self):
        return {"type": self.kind, "text": self.text}


def overdue(loan) -> Event:
    return Event("overdue", f"{loan.tool.name} was due on {loan.due:%d %b}")


def ping(address: str) -> int:
    """Deliver a harmless event, so that people see whether their hook works."""
    event = Event("ping", f"Hello from the tool library, {datetime.now(timezone.utc):%H:%M} UTC")
    answer = httpx.post(address, json=event.as_json(), timeout=5.0)
    return answer.status_code
