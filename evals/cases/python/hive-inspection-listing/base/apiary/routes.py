from typing import Annotated

from fastapi import APIRouter, Depends, Query

from .deps import Member, apiary_member, inspection_repository
from .repository import InspectionRepository

router = APIRouter(prefix="/apiaries/{apiary_id}", tags=["inspections"])


@router.get("/inspections")
async def list_inspections(
    member: Annotated[Member, Depends(apiary_member)],
    repo: Annotated[InspectionRepository, Depends(inspection_repository)],
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
):
    # apiary_member answers 404 for people who do not belong to this apiary
    return await repo.for_apiary(
        member.apiary_id,
        limit=limit,
    )
