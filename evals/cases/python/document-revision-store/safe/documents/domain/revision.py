from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionReference:
    """Names one revision in the history of a document."""

    document_id: UUID
    name: str
