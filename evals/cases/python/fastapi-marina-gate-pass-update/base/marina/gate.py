from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from .barrier import barrier
from .passes import BadPass, read_pass

router = APIRouter(prefix="/gate")
bearer = HTTPBearer()


def holder(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> dict:
    try:
        return read_pass(credentials.credentials)
    except BadPass:
        raise HTTPException(401, "pass not accepted") from None


@router.post("/open/{pier}")
async def open_gate(pier: str, who: dict = Depends(holder)):
    if pier not in who.get("piers", []):
        raise HTTPException(403)
    await barrier.open(pier, who["sub"])
    return {"open": pier}
