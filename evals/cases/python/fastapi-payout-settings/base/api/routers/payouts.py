from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from api.deps import current_user, get_db, treasurer
from api.models import User
from api.schemas import BatchOut, BatchSummary
from api.services import payouts

router = APIRouter(prefix="/payouts", tags=["payouts"])


@router.get("/summary", response_model=BatchSummary)
async def summary(user: User = Depends(current_user), db: AsyncSession = Depends(get_db)):
    """What the dashboard shows to all of the club: the number of open batches."""
    return await payouts.count_open(db)


@router.get("/{batch_id}", response_model=BatchOut)
async def show(batch_id: UUID, user: User = Depends(treasurer), db: AsyncSession = Depends(get_db)):
    batch = await payouts.get(db, batch_id)
    if batch is None:
        raise HTTPException(404, "No such batch")
    return batch


@router.post("/{batch_id}/release", response_model=BatchOut)
async def release(batch_id: UUID, user: User = Depends(treasurer), db: AsyncSession = Depends(get_db)):
    """Hands the batch over to the bank."""
    try:
        return await payouts.release(db, batch_id, released_by=user.id)
    except payouts.NotOpen as exc:
        raise HTTPException(409, "The batch is not open") from exc
