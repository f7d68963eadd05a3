from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .auth import Member, current_member
from .db import get_session
from .models import Loan
from .schemas import LoanOut

router = APIRouter(prefix="/loans", tags=["loans"])
Me = Annotated[Member, Depends(current_member)]
Db = Annotated[AsyncSession, Depends(get_session)]


@router.get("", response_model=list[LoanOut])
async def my_loans(me: Me, session: Db):
    return (await session.scalars(select(Loan).where(Loan.member_id == me.id))).all()


@router.get("/{loan_id}", response_model=LoanOut)
async def one(loan_id: int, me: Me, session: Db):
    loan = await session.get(Loan, loan_id)
    if loan is None or loan.member_id != me.id:
        raise HTTPException(404)
    return loan


@router.post("/{loan_id}/extend", response_model=LoanOut)
async def extend(loan_id: int, me: Me, session: Db):
    """One more week, at most twice."""
    loan = await session.get(Loan, loan_id, with_for_update=True)
    if loan is None or loan.returned_at:
        raise HTTPException(404)
    if loan.extensions >= 2:
        raise HTTPException(409, "This tool has to come back first")
    loan.due += timedelta(days=7)
    loan.extensions += 1
    await session.commit()
    return loan
