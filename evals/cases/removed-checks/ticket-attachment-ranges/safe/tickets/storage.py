"""Folders that hand out only their own files."""

from pathlib import Path


class Folder:
    def __init__(self, root: str) -> None:
        self.root = Path(root).resolve()

    def find(self, name: str) -> Path | None:
        """Return the file of that name, or None when it is missing or lies elsewhere."""
        path = (self.root / name).resolve()
        return path if path.is_relative_to(self.root) and path.is_file() else None
