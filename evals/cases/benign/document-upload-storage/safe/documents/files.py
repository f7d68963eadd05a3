"""Files on disk: generated names, known types, bounded sizes."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from fastapi import UploadFile

ROOT = Path("/srv/documents")
LIMIT = 20 * 1024 * 1024
BLOCK = 64 * 1024
SIGNATURES = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
EXTENSIONS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


class UnknownType(ValueError):
    pass


class FileTooLarge(ValueError):
    pass


@dataclass(frozen=True)
class Stored:
    key: UUID
    kind: str


def path_of(key: UUID, kind: str) -> Path:
    name = key.hex
    return ROOT / name[:2] / f"{name}{EXTENSIONS[kind]}"


def sniff(start: bytes) -> str:
    """Return the media type that the first bytes say, whatever the client claims."""
    for signature, kind in SIGNATURES.items():
        if start.startswith(signature):
            return kind
    raise UnknownType


async def save(upload: UploadFile) -> Stored:
    block = await upload.read(BLOCK)
    stored = Stored(uuid4(), sniff(block))
    path = path_of(stored.key, stored.kind)
    path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    size = 0
    try:
        with path.open("xb") as target:
            while block:
                size += len(block)
                if size > LIMIT:
                    raise FileTooLarge
                target.write(block)
                block = await upload.read(BLOCK)
    except FileTooLarge:
        path.unlink()
        raise
    return stored
