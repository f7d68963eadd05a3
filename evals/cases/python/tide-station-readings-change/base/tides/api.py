"""Readings of tide gauges."""
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query

from tides.deps import Conn, current_operator
from tides.store import ReadingStore

router = APIRouter(prefix="/stations", dependencies=[Depends(current_operator)])


@router.get("/{station_id}/readings")
async def readings(
    station_id: int,
    conn: Conn,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
):
    store = ReadingStore(conn)
    if not await store.exists(station_id):
        raise HTTPException(404, "no such station")
    return {"items": await store.latest(station_id, limit=limit)}
