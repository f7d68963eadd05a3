from datetime import date
from pathlib import Path
import re

SHEET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")


def day_folder(root: Path, collection: int, day: date) -> Path:
    folder = root / str(collection) / day.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def place(folder: Path, name: str | None, suffix: str) -> Path:
    """Where a sheet goes: its own name, with the suffix that its type asks for."""
    stem = Path(name or "sheet").stem
    if not SHEET_NAME.fullmatch(stem):
        raise ValueError("not the name of a sheet")
    return folder / f"{stem}{suffix}"
