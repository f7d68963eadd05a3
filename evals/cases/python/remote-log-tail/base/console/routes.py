from fastapi import APIRouter, Depends

from console.auth import operator
from console.deps import remote
from console.remote import Remote

router = APIRouter(prefix="/machines/{machine}", dependencies=[Depends(operator)])


@router.get("/uptime")
async def uptime(remote: Remote = Depends(remote)) -> str:
    return await remote.uptime()
