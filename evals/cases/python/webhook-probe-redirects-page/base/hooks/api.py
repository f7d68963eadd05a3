import httpx
from fastapi import APIRouter, Depends, HTTPException

from hooks.deps import http_client, integrator
from hooks.probe import NotAllowed, probe
from hooks.schemas import ProbeRequest

router = APIRouter(prefix="/hooks", dependencies=[Depends(integrator)])


@router.post("/probe")
async def run_probe(body: ProbeRequest, client: httpx.AsyncClient = Depends(http_client)):
    try:
        return await probe(client, body.url)
    except NotAllowed as problem:
        raise HTTPException(422, str(problem))
    except httpx.HTTPError:
        raise HTTPException(502, "the hook did not answer")
