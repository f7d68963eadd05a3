"""Withdrawals from and deposits to the cold vault."""
from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field
from sqlalchemy.ext.asyncio import AsyncSession

from seedbank.db import session
from seedbank.models import Accession, Movement

router = APIRouter(prefix="/vault", tags=["vault"])
records = APIRouter(prefix="/positions", tags=["vault"])


class Withdrawal(BaseModel):
    accession: int
    grams: float = Field(gt=0, le=500)
    purpose: str = Field(min_length=3, max_length=200)


@router.post("/withdrawals", status_code=status.HTTP_201_CREATED)
async def withdraw(order: Withdrawal, db: AsyncSession = Depends(session)):
    accession = await db.get(Accession, order.accession, with_for_update=True)
    if accession is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    if accession.grams < order.grams:
        raise HTTPException(status.HTTP_409_CONFLICT, "not enough seed")
    accession.grams -= order.grams
    db.add(Movement(accession_id=accession.id, grams=-order.grams, purpose=order.purpose))
    await db.commit()
    return {"left": accession.grams}


@records.get("/accessions/{number}")
async def position(number: int, db: AsyncSession = Depends(session)):
    accession = await db.get(Accession, number)
    if accession is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    return {"shelf": accession.shelf, "box": accession.box}
