from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from kitchen.models import Recipe


class Recipes:
    """One place for the queries that routes and the nightly export share."""

    def __init__(self, db: AsyncSession):
        self.db = db

    async def get(self, recipe_id: int) -> Recipe | None:
        return await self.db.scalar(select(Recipe).where(Recipe.id == recipe_id))
