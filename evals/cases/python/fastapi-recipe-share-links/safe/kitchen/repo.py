from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kitchen.auth import Account
from kitchen.models import Recipe


class Recipes:
    """One place for the queries of a cook's own recipes."""

    def __init__(self, db: AsyncSession, cook: Account):
        self.db = db
        self.cook = cook

    async def get(self, recipe_id: int) -> Recipe | None:
        return await self.db.scalar(
            select(Recipe).where(Recipe.id == recipe_id, Recipe.cook_id == self.cook.id)
        )
