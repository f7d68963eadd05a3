"""A small cache in front of the catalogue queries."""

import hashlib
import json
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any


def fingerprint(*parts: object) -> str:
    """Return a short key for a query; it tells queries apart and protects nothing."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


class PageCache:
    """Keeps the most recent pages for some seconds."""

    def __init__(self, size: int = 512, seconds: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = size
        self._seconds = seconds
        self._clock = clock
        self._pages: OrderedDict[str, tuple[float, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, load: Callable[[], Any]) -> Any:
        """Return the page of that key, loading it when it is missing or old."""
        with self._lock:
            kept = self._pages.get(key)
            if kept and self._clock() - kept[0] < self._seconds:
                self._pages.move_to_end(key)
                return kept[1]
        page = load()
        with self._lock:
            self._pages[key] = (self._clock(), page)
            while len(self._pages) > self._size:
                self._pages.popitem(last=False)
        return page
