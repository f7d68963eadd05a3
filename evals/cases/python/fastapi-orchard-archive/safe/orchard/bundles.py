import zipfile
from pathlib import Path

PHOTO_TYPES = {".jpg", ".jpeg", ".webp"}
MAX_PHOTO = 8 * 1024 * 1024
MAX_ENTRIES = 300


class BundleError(ValueError):
    pass


def photo_names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.glob("*") if p.suffix.lower() in PHOTO_TYPES)


def unpack_photos(upload, folder: Path) -> int:
    """Take the pictures out of the archive, keeping its folders; returns how many there were."""
    folder = folder.resolve()
    written = 0
    with zipfile.ZipFile(upload) as bundle:
        entries = [e for e in bundle.infolist() if not e.is_dir()]
        if len(entries) > MAX_ENTRIES:
            raise BundleError("too many photos")
        for entry in entries:
            if Path(entry.filename).suffix.lower() not in PHOTO_TYPES or entry.file_size > MAX_PHOTO:
                continue
            target = (folder / entry.filename).resolve()
            if not target.is_relative_to(folder):
                raise BundleError("odd name in the archive")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(bundle.read(entry))
            written += 1
    return written
