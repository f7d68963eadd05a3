from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

from kilnboard.deps import bus, current_member, kilns
from kilnboard.events import Bus

router = APIRouter(prefix="/kilns")


class Note(BaseModel):
    text: str = Field(min_length=1, max_length=280)


@router.get("")
async def index(member=Depends(current_member), repo=Depends(kilns)):
    return await repo.all_for(member.studio_id)


@router.post("/{kiln_id}/notes", status_code=202)
async def leave_note(
    kiln_id: int,
    note: Note,
    member=Depends(current_member),
    repo=Depends(kilns),
    events: Bus = Depends(bus),
):
    kiln = await repo.find(kiln_id, studio_id=member.studio_id)
    if kiln is None:
        raise HTTPException(404)
    await repo.add_note(kiln.id, member.id, note.text)
    await events.publish("note", kiln=kiln.id)
    return {"queued": True}
