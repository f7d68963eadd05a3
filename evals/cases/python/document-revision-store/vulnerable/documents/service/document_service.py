from functools import lru_cache
from uuid import UUID

from documents.api.security import Principal
from documents.config import get_configuration
from documents.domain.errors import AccessDeniedError
from documents.domain.revision import RevisionReference
from documents.repository.document_repository import DocumentRepository
from documents.storage.file_system_storage import FileSystemStorage


class DocumentService:
    """Application service for reading documents."""

    def __init__(self, repository: DocumentRepository, storage: FileSystemStorage) -> None:
        self._repository = repository
        self._storage = storage

    def get_current_content(self, principal: Principal, document_id: UUID) -> bytes:
        self._check_readable(principal, document_id)
        return self._storage.read_current(document_id)

    def get_revision_content(self, principal: Principal, document_id: UUID, revision: str) -> bytes:
        self._check_readable(principal, document_id)
        return self._storage.read_revision(RevisionReference(document_id=document_id, name=revision))

    def _check_readable(self, principal: Principal, document_id: UUID) -> None:
        document = self._repository.get(document_id)
        if not document.is_readable_by(principal):
            raise AccessDeniedError(document_id)


@lru_cache(maxsize=1)
def get_document_service() -> DocumentService:
    configuration = get_configuration()
    return DocumentService(DocumentRepository(configuration), FileSystemStorage(configuration.storage_root))
