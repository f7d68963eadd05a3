from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gliders.passes import PassError, Pilot, read_pass

bearer = HTTPBearer()


def pilot(request: Request, credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> Pilot:
    try:
        return read_pass(credentials.credentials, request.app.state.clubs)
    except PassError as problem:
        raise HTTPException(401, str(problem)) from problem


def solo_pilot(who: Annotated[Pilot, Depends(pilot)]) -> Pilot:
    if not who.solo:
        raise HTTPException(403, "only with an instructor")
    return who
