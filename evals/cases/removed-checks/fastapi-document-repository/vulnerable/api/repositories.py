from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.database import session
from api.models import Document

PAGE = 200


class DocumentRepository:
    def __init__(self, db: Annotated[AsyncSession, Depends(session)]) -> None:
        self.db = db

    async def owned_by(self, owner_id: UUID) -> list[Document]:
        rows = await self.db.scalars(select(Document).where(Document.owner_id == owner_id).limit(PAGE))
        return list(rows)

    async def get(self, document_id: UUID) -> Document | None:
        return await self.db.get(Document, document_id)
