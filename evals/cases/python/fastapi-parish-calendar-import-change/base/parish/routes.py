from fastapi import APIRouter, Depends, HTTPException

from .auth import editor
from .models import Feed

router = APIRouter(prefix="/feeds", dependencies=[Depends(editor)])


@router.get("/{slug}")
async def feed(slug: str):
    found = await Feed.get_or_none(slug=slug)
    if found is None:
        raise HTTPException(404)
    return {"slug": found.slug, "events": await found.events.all().count()}
