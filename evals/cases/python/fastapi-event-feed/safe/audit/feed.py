from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.orm import Session

from audit.auth import Auditor, current_auditor
from audit.database import get_session
from audit.models import Event

router = APIRouter(prefix="/audit", tags=["audit"])


class EventOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    actor: str
    action: str
    subject: str
    happened_at: datetime


class EventPage(BaseModel):
    events: list[EventOut]
    next_cursor: int | None


@router.get("/events")
def list_events(
    session: Annotated[Session, Depends(get_session)],
    auditor: Annotated[Auditor, Depends(current_auditor)],
    action: Annotated[str | None, Query(max_length=40)] = None,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=200, description="Events per page")] = 50,
) -> EventPage:
    statement = select(Event).where(Event.organisation_id == auditor.organisation_id)
    if action is not None:
        statement = statement.where(Event.action == action)
    statement = statement.where(Event.id > after).order_by(Event.id).limit(limit + 1)
    found = session.scalars(statement).all()
    page = found[:limit]
    return EventPage(
        events=[EventOut.model_validate(event) for event in page],
        next_cursor=page[-1].id if len(found) > limit else None,
    )
