from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.database import session
from api.models import Document, User
from api.schemas import DocumentOut
from api.security import current_user

router = APIRouter(prefix="/documents", tags=["documents"])

CurrentUser = Annotated[User, Depends(current_user)]
Session = Annotated[AsyncSession, Depends(session)]


@router.get("", response_model=list[DocumentOut])
async def list_documents(user: CurrentUser, db: Session):
    rows = await db.scalars(select(Document).where(Document.owner_id == user.id).limit(200))
    return rows.all()


@router.get("/{document_id}", response_model=DocumentOut)
async def read_document(document_id: UUID, user: CurrentUser, db: Session):
    document = await db.get(Document, document_id)
    if document is None or document.owner_id != user.id:
        raise HTTPException(404, "no such document")
    return document
