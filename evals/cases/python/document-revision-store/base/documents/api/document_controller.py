from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Response, status

from documents.api.security import Principal, get_principal
from documents.domain.errors import AccessDeniedError, DocumentNotFoundError
from documents.service.document_service import DocumentService, get_document_service

router = APIRouter(prefix="/api/v1/documents", tags=["documents"])

PrincipalDependency = Annotated[Principal, Depends(get_principal)]
ServiceDependency = Annotated[DocumentService, Depends(get_document_service)]

ATTACHMENT_HEADERS = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}


@router.get("/{document_id}/content")
def get_current_content(document_id: UUID, principal: PrincipalDependency, service: ServiceDependency) -> Response:
    """Returns the current content of a document."""
    try:
        content = service.get_current_content(principal, document_id)
    except (DocumentNotFoundError, AccessDeniedError):
        raise HTTPException(status.HTTP_404_NOT_FOUND) from None
    return Response(content, media_type="application/octet-stream", headers=ATTACHMENT_HEADERS)
