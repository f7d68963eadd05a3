from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field

from fleetapi.auth import Operator, signed_in_operator
from fleetapi.releases import Releases, get_releases

router = APIRouter(prefix="/firmware", tags=["firmware"])

VERSION = r"^\d{1,3}\.\d{1,3}\.\d{1,3}$"

ReleaseStore = Annotated[Releases, Depends(get_releases)]
CurrentOperator = Annotated[Operator, Depends(signed_in_operator)]


class ReleaseIn(BaseModel):
    version: str = Field(pattern=VERSION)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    notes: str = Field("", max_length=4000)


class ReleaseOut(BaseModel):
    version: str
    sha256: str
    withdrawn: bool


@router.get("")
async def list_releases(releases: ReleaseStore, operator: CurrentOperator) -> list[ReleaseOut]:
    return [ReleaseOut(**vars(release)) for release in await releases.newest(limit=50)]


@router.post("", status_code=status.HTTP_201_CREATED)
async def add_release(release: ReleaseIn, releases: ReleaseStore, operator: CurrentOperator) -> ReleaseOut:
    if await releases.find(release.version) is not None:
        raise HTTPException(409, "this version exists")
    return ReleaseOut(**vars(await releases.add(release.version, release.sha256, release.notes)))


@router.delete("/{version}", status_code=status.HTTP_204_NO_CONTENT)
async def withdraw(version: str, releases: ReleaseStore, operator: CurrentOperator) -> None:
    if not await releases.withdraw(version):
        raise HTTPException(404, "no such version")
