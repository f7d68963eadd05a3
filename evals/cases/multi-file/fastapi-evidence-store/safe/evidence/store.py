"""Where evidence files are kept."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path


class Missing(Exception):
    """There is no such file in this case."""


class Store:
    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def names(self, case_id: int) -> list[str]:
        folder = self._root / str(case_id)
        return sorted(
            str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
        )

    def read(self, case_id: int, name: str) -> bytes:
        folder = self._root / str(case_id)
        path = (folder / name).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            raise Missing
        return path.read_bytes()


@lru_cache
def get_store() -> Store:
    return Store(Path(os.environ["EVIDENCE_ROOT"]))
