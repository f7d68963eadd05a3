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


@router.get("/events")
def list_events(
    session: Annotated[Session, Depends(get_session)],
    auditor: Annotated[Auditor, Depends(current_auditor)],
    action: Annotated[str | None, Query(max_length=40)] = None,
) -> EventPage:
    statement = select(Event).where(Event.organisation_id == auditor.organisation_id)
    if action is not None:
        statement = statement.where(Event.action == action)
    statement = statement.order_by(Event.id.desc()).limit(50)
    return EventPage(events=[EventOut.model_validate(event) for event in session.scalars(statement)])
