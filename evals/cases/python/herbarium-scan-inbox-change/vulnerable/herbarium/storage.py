from datetime import date
from pathlib import Path


def day_folder(root: Path, collection: int, day: date) -> Path:
    folder = root / str(collection) / day.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def place(folder: Path, name: str | None, suffix: str) -> Path:
    """Where a sheet goes: its own name, with the suffix that its type asks for."""
    name = name or "sheet"
    stem, _, _ = name.rpartition(".")
    target = folder / f"{stem or name}{suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
