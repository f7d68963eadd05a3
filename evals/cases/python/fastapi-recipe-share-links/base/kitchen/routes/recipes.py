from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kitchen.auth import Account, signed_in
from kitchen.db import session
from kitchen.models import Recipe

router = APIRouter(prefix="/recipes", tags=["recipes"])


@router.get("/")
async def mine(account: Account = Depends(signed_in), db: AsyncSession = Depends(session)):
    found = await db.scalars(select(Recipe).where(Recipe.cook_id == account.id).order_by(Recipe.title))
    return [{"id": r.id, "title": r.title} for r in found]


@router.delete("/{recipe_id}", status_code=status.HTTP_204_NO_CONTENT)
async def remove(recipe_id: int, account: Account = Depends(signed_in), db: AsyncSession = Depends(session)):
    recipe = await db.scalar(
        select(Recipe).where(Recipe.id == recipe_id, Recipe.cook_id == account.id)
    )
    if recipe is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    await db.delete(recipe)
    await db.commit()
