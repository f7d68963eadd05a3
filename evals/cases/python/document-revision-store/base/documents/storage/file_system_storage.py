import shutil
import time
from pathlib import Path
from uuid import UUID

from documents.domain.errors import DocumentNotFoundError


class FileSystemStorage:
    """Stores documents below a root folder.

    Layout: <root>/<first two digits of the id>/<id>/current and <root>/.../<id>/history/<revision>.
    """

    CURRENT = "current"
    HISTORY = "history"
    REVISION_FORMAT = "%Y-%m-%dT%H%M"

    def __init__(self, root: Path) -> None:
        self._root = root

    def read_current(self, document_id: UUID) -> bytes:
        path = self._document_folder(document_id) / self.CURRENT
        if not path.is_file():
            raise DocumentNotFoundError(document_id)
        return path.read_bytes()

    def write(self, document_id: UUID, content: bytes) -> None:
        folder = self._document_folder(document_id)
        history = folder / self.HISTORY
        history.mkdir(parents=True, exist_ok=True)
        current = folder / self.CURRENT
        if current.exists():
            shutil.copy2(current, history / time.strftime(self.REVISION_FORMAT, time.gmtime()))
        pending = folder / f"{self.CURRENT}.new"
        pending.write_bytes(content)
        pending.replace(current)

    def delete(self, document_id: UUID) -> None:
        shutil.rmtree(self._document_folder(document_id), ignore_errors=True)

    def _document_folder(self, document_id: UUID) -> Path:
        text = str(document_id)
        return self._root / text[:2] / text
