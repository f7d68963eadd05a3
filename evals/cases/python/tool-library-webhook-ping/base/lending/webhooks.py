from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    kind: str
    text: str

    def as_json(self):
        return {"type": self.kind, "text": self.text}


def overdue(loan) -> Event:
    return Event("overdue", f"{loan.tool.name} was due on {loan.due:%d %b}")
