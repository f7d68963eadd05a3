from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from . import service
from .auth import current_member
from .database import get_session
from .models import Member

router = APIRouter(prefix="/me")

Me = Annotated[Member, Depends(current_member)]
Db = Annotated[AsyncSession, Depends(get_session)]


@router.get("")
async def show(me: Me):
    return me.public()


@router.put("/name")
async def rename(me: Me, db: Db, name: Annotated[str, Body(embed=True, min_length=1, max_length=100)]):
    return (await service.rename(db, me, name)).public()


@router.patch("")
async def patch(me: Me, db: Db, changes: Annotated[dict[str, Any], Body()]):
    return (await service.patch(db, me, changes)).public()
