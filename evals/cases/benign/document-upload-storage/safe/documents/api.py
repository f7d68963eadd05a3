from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, UploadFile
from fastapi.responses import FileResponse

from documents.files import FileTooLarge, UnknownType, path_of, save
from documents.models import DocumentStore, store
from documents.security import User, current_user

router = APIRouter(prefix="/documents")

Caller = Annotated[User, Depends(current_user)]
Documents = Annotated[DocumentStore, Depends(store)]


@router.get("")
def listing(user: Caller, documents: Documents):
    return [document.summary() for document in documents.of(user.id)]


@router.post("", status_code=201)
async def upload(file: UploadFile, user: Caller, documents: Documents):
    try:
        stored = await save(file)
    except UnknownType as error:
        raise HTTPException(415, "only PDF, PNG and JPEG files are stored") from error
    except FileTooLarge as error:
        raise HTTPException(413, "the file is larger than 20 MB") from error
    label = (file.filename or "document")[:120]
    return documents.add(owner=user.id, key=stored.key, kind=stored.kind, label=label).summary()


@router.get("/{document_id}/content")
def content(document_id: UUID, user: Caller, documents: Documents):
    document = documents.find(document_id, owner=user.id)
    if document is None:
        raise HTTPException(404, "no such document")
    return FileResponse(
        path_of(document.key, document.kind),
        media_type=document.kind,
        filename=document.label,
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private"},
    )
