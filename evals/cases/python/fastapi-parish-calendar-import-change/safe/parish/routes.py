from fastapi import APIRouter, Depends, HTTPException
from icalendar import Calendar
from pydantic import BaseModel, HttpUrl

from .auth import editor
from .fetch import FetchError, calendar_text
from .models import Feed

router = APIRouter(prefix="/feeds", dependencies=[Depends(editor)])


class Preview(BaseModel):
    address: HttpUrl


@router.get("/{slug}")
async def feed(slug: str):
    found = await Feed.get_or_none(slug=slug)
    if found is None:
        raise HTTPException(404)
    return {"slug": found.slug, "events": await found.events.all().count()}


@router.post("/preview")
async def preview(wanted: Preview):
    try:
        calendar = Calendar.from_ical(await calendar_text(wanted.address))
    except (FetchError, ValueError) as problem:
        raise HTTPException(422, "That is no calendar we can read") from problem
    return {"events": [str(e.get("summary", "")) for e in calendar.walk("VEVENT")][:20]}
