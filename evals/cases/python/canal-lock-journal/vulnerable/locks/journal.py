"""The journal is a text file with one line per event; the ban list is made of it."""
import threading
from datetime import datetime, timezone
from pathlib import Path


class Journal:
    EVENTS = frozenset({"opened", "closed", "refused"})

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def note(self, event: str, who: str, address: str) -> None:
        if event not in self.EVENTS:
            raise ValueError(event)
        stamp = datetime.now(timezone.utc).isoformat(timespec="seconds")
        with self._lock, self._path.open("a", encoding="utf-8") as handle:
            handle.write(f"{stamp} {event} {who} {address}\n")
