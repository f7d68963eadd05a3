"""Headers of a reply, in the order in which they were set."""
import re

FORBIDDEN = re.compile(r"[\r\n\0]")
NAME = re.compile(r"[A-Za-z0-9-]+")


class Headers:
    def __init__(self):
        self._items = {}

    def set(self, name, value):
        if not NAME.fullmatch(name) or FORBIDDEN.search(str(value)):
            raise ValueError(f"bad header {name!r}")
        self._items[name.title()] = str(value)

    def encode(self):
        lines = []
        for name, value in self._items.items():
            lines.append(f"{name}: {value}\r\n")
        return "".join(lines).encode("latin-1", "replace") + b"\r\n"
