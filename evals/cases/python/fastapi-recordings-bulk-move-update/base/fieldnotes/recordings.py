from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from fieldnotes.auth import current_user
from fieldnotes.database import get_session
from fieldnotes.models import Recording, User

router = APIRouter(prefix="/recordings", tags=["recordings"])

CurrentUser = Annotated[User, Depends(current_user)]
Session = Annotated[AsyncSession, Depends(get_session)]


class RecordingOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    seconds: int
    folder_id: UUID | None


class Rename(BaseModel):
    title: str = Field(min_length=1, max_length=120)


@router.get("")
async def list_recordings(user: CurrentUser, session: Session) -> list[RecordingOut]:
    rows = await session.scalars(select(Recording).where(Recording.owner_id == user.id))
    return [RecordingOut.model_validate(row) for row in rows]


@router.patch("/{recording_id}")
async def rename_recording(recording_id: UUID, body: Rename, user: CurrentUser, session: Session) -> RecordingOut:
    recording = await session.scalar(
        select(Recording).where(Recording.id == recording_id, Recording.owner_id == user.id)
    )
    if recording is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "No such recording")
    recording.title = body.title
    await session.commit()
    return RecordingOut.model_validate(recording)


@router.delete("/{recording_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_recording(recording_id: UUID, user: CurrentUser, session: Session) -> None:
    await session.execute(delete(Recording).where(Recording.id == recording_id, Recording.owner_id == user.id))
    await session.commit()
