from fastapi import APIRouter, Depends

from ferry.database import database
from ferry.security import staff_only

router = APIRouter(dependencies=[Depends(staff_only)])


@router.post("/{sailing_id}/cancel", status_code=204)
async def cancel(sailing_id: int) -> None:
    await database.execute("UPDATE sailing SET state = 'cancelled' WHERE id = :id", {"id": sailing_id})
