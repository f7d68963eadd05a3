from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException

from api.models import User
from api.repositories import DocumentRepository
from api.schemas import DocumentOut
from api.security import current_user

router = APIRouter(prefix="/documents", tags=["documents"])

CurrentUser = Annotated[User, Depends(current_user)]
Documents = Annotated[DocumentRepository, Depends()]


@router.get("", response_model=list[DocumentOut])
async def list_documents(user: CurrentUser, repository: Documents):
    return await repository.owned_by(user.id)


@router.get("/{document_id}", response_model=DocumentOut)
async def read_document(document_id: UUID, user: CurrentUser, repository: Documents):
    document = await repository.get(document_id)
    if document is None:
        raise HTTPException(404, "no such document")
    return document
