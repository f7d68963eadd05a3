from fastapi import APIRouter, Depends

from documents.models import DocumentStore, store
from documents.security import User, current_user

router = APIRouter(prefix="/documents")


@router.get("")
def listing(user: User = Depends(current_user), documents: DocumentStore = Depends(store)):
    return [document.summary() for document in documents.of(user.id)]
