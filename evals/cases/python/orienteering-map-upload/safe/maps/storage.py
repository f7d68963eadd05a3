import logging
import re
import uuid
from pathlib import Path

from aiohttp import BodyPartReader

log = logging.getLogger(__name__)

MAX_MAP = 25 * 1024 * 1024
SAFE_NAME = re.compile(r"[\w][\w .()-]{0,119}\.pdf")


class MapTooLarge(Exception):
    pass


class BadName(Exception):
    pass


class MapStorage:
    def __init__(self, root: Path) -> None:
        self._root = root

    def _folder(self, event_id: int) -> Path:
        folder = self._root / f"event-{event_id:06d}"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    async def save(self, event_id: int, part: BodyPartReader) -> str:
        name = part.filename or f"{uuid.uuid4().hex}.pdf"
        if not SAFE_NAME.fullmatch(name):
            raise BadName(name)
        target = self._folder(event_id) / name
        written = 0
        with target.open("wb") as out:
            while chunk := await part.read_chunk(64 * 1024):
                written += len(chunk)
                if written > MAX_MAP:
                    break
                out.write(chunk)
        if written > MAX_MAP:
            target.unlink(missing_ok=True)
            raise MapTooLarge
        log.info("stored map for event %d, %d bytes", event_id, written)
        return name
