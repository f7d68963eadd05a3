from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from sqlalchemy import select
from sqlalchemy.orm import Session

from . import cursor
from .db import session
from .models import Record

router = APIRouter()
PAGE = 40


@router.get("/records")
def records(
    db: Annotated[Session, Depends(session)],
    after: Annotated[str | None, Query(max_length=200)] = None,
):
    """The public catalogue, newest first."""
    query = select(Record).order_by(Record.added_at.desc())
    start = 0
    if after:
        try:
            start = cursor.decode(after)
        except cursor.BadCursor as exc:
            raise HTTPException(400, str(exc)) from exc
    found = db.scalars(query.offset(start).limit(PAGE)).all()
    following = cursor.encode(start + PAGE) if len(found) == PAGE else None
    return {"records": [r.summary() for r in found], "after": following}
