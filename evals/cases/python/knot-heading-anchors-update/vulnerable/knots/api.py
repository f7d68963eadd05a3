from fastapi import APIRouter, Body, Depends

from knots.auth import contributor
from knots.headings import outline

router = APIRouter(prefix="/chapters", dependencies=[Depends(contributor)])


@router.post("/outline")
def preview_outline(source: str = Body(max_length=100_000, embed=True)):
    return [{"level": h.level, "title": h.title, "anchor": h.anchor} for h in outline(source)]
