from uuid import UUID

from fastapi import APIRouter, HTTPException

from api.deps import Db, SignedIn, Treasurer
from api.schemas import BatchOut, BatchSummary
from api.services import payouts

router = APIRouter(prefix="/payouts", tags=["payouts"])


@router.get("/summary", response_model=BatchSummary)
async def summary(user: SignedIn, db: Db):
    """What the dashboard shows to all of the club: the number of open batches."""
    return await payouts.count_open(db)


@router.get("/{batch_id}", response_model=BatchOut)
async def show(batch_id: UUID, user: Treasurer, db: Db):
    batch = await payouts.get(db, batch_id)
    if batch is None:
        raise HTTPException(404, "No such batch")
    return batch


@router.post("/{batch_id}/release", response_model=BatchOut)
async def release(batch_id: UUID, user: SignedIn, db: Db):
    """Hands the batch over to the bank."""
    try:
        return await payouts.release(db, batch_id, released_by=user.id)
    except payouts.NotOpen as exc:
        raise HTTPException(409, "The batch is not open") from exc
