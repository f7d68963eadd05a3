from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response

from evidence.access import Officer, case_officer
from evidence.store import Missing, Store, get_store

router = APIRouter(prefix="/cases/{case_id}/evidence", tags=["evidence"])


@router.get("")
async def index(
    case_id: int,
    officer: Annotated[Officer, Depends(case_officer)],
    store: Annotated[Store, Depends(get_store)],
) -> list[str]:
    return store.names(case_id)


@router.get("/{name:path}")
async def download(
    case_id: int,
    name: str,
    officer: Annotated[Officer, Depends(case_officer)],
    store: Annotated[Store, Depends(get_store)],
) -> Response:
    try:
        content = store.read(case_id, name)
    except Missing:
        raise HTTPException(404) from None
    return Response(
        content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": "attachment"},
    )
