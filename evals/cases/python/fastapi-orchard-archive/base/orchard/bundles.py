from pathlib import Path

PHOTO_TYPES = {".jpg", ".jpeg", ".webp"}
MAX_PHOTO = 8 * 1024 * 1024


class BundleError(ValueError):
    pass


def photo_names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.glob("*") if p.suffix.lower() in PHOTO_TYPES)
