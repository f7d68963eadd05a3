from pathlib import Path
from uuid import uuid4

from litestar import Controller, post
from litestar.exceptions import HTTPException, NotFoundException
from pydantic import BaseModel, Field

from birdcalls.clips import ClipFailed, cut
from birdcalls.guards import observer_guard
from birdcalls.store import Recordings


class ClipOrder(BaseModel):
    recording: int
    start: float = Field(ge=0)
    length: float = Field(gt=0, le=60)
    title: str = Field(min_length=1, max_length=120)


class ClipController(Controller):
    path = "/clips"
    guards = [observer_guard]

    @post()
    async def create(self, data: ClipOrder, recordings: Recordings, clip_dir: Path) -> dict[str, str]:
        recording = await recordings.get_public(data.recording)
        if recording is None:
            raise NotFoundException()
        target = clip_dir / f"{uuid4().hex}.ogg"
        try:
            await cut(recording.path, target, data.start, data.length)
        except ClipFailed:
            raise HTTPException(status_code=422, detail="the clip could not be cut")
        await recordings.add_clip(recording.id, target.name, data.title)
        return {"clip": target.stem}
