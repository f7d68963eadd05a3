from fastapi import APIRouter, Depends, Query
from fastapi.responses import PlainTextResponse

from console.auth import operator
from console.deps import remote
from console.remote import Remote

router = APIRouter(prefix="/machines/{machine}", dependencies=[Depends(operator)])


@router.get("/uptime")
async def uptime(remote: Remote = Depends(remote)) -> str:
    return await remote.uptime()


@router.get("/logs/{unit}", response_class=PlainTextResponse)
async def logs(
    unit: str,
    lines: int = Query(200, ge=1, le=2000),
    text: str = Query("", max_length=100),
    remote: Remote = Depends(remote),
) -> str:
    return await remote.log_lines(unit, lines, text)
