from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

SUFFIXES = {".pdf", ".png", ".webp", ".css", ".woff2"}


class Assets:
    """Mounted at /brochures. The drafts live next to the root, in "brochures-unreleased"."""

    def __init__(self, root: str, max_age: int = 3600) -> None:
        self.root = Path(root).resolve()
        self.max_age = max_age

    def lookup(self, path: str, query: bytes = b"") -> FileResponse:
        if "\0" in path:
            raise HTTPException(404)
        wanted = (self.root / path.lstrip("/")).resolve()
        if not wanted.is_relative_to(self.root):
            raise HTTPException(404)
        if wanted.suffix not in SUFFIXES or not wanted.is_file():
            raise HTTPException(404)
        # ?v=... marks an address that changes with the content
        lifetime = "31536000, immutable" if query.startswith(b"v=") else str(self.max_age)
        headers = {"Cache-Control": f"public, max-age={lifetime}"}
        return FileResponse(wanted, headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405)
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        await self.lookup(path, scope.get("query_string", b""))(scope, receive, send)
