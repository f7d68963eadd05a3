from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from sqlalchemy import select, tuple_
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
    query = select(Record).order_by(Record.added_at.desc(), Record.id.desc())
    if after:
        try:
            mark = cursor.decode(after)
        except cursor.BadCursor as exc:
            raise HTTPException(400, str(exc)) from exc
        query = query.where(tuple_(Record.added_at, Record.id) < (mark.added_at, mark.record_id))
    found = db.scalars(query.limit(PAGE)).all()
    following = cursor.encode(cursor.Mark(found[-1].added_at, found[-1].id)) if len(found) == PAGE else None
    return {"records": [r.summary() for r in found], "after": following}
