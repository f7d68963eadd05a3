from datetime import date
from pathlib import Path


def day_folder(root: Path, collection: int, day: date) -> Path:
    folder = root / str(collection) / day.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
