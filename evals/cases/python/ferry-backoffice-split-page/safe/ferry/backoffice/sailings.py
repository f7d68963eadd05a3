from fastapi import APIRouter

from ferry.database import database

router = APIRouter()


@router.post("/{sailing_id}/cancel", status_code=204)
async def cancel(sailing_id: int) -> None:
    await database.execute("UPDATE sailing SET state = 'cancelled' WHERE id = :id", {"id": sailing_id})
