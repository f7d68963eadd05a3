"""Letters of an association to its members."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel

from letters.members import Member, Members, members_of
from letters.session import Secretary, current_secretary

router = APIRouter(prefix="/letters")


class Greeting(BaseModel):
    member_id: int


def salutation(member: Member) -> str:
    return f"Dear {member.first_name} {member.last_name},"


@router.post("/greeting")
def greeting(
    body: Greeting,
    secretary: Annotated[Secretary, Depends(current_secretary)],
    members: Annotated[Members, Depends(members_of)],
) -> dict[str, str]:
    member = members.find(body.member_id)
    if member is None:
        raise HTTPException(404)
    return {"text": salutation(member)}
