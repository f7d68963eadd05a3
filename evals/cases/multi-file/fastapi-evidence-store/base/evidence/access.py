from typing import Annotated

from fastapi import Depends, HTTPException

from accounts.session import Officer, current_officer


async def case_officer(
    case_id: int, officer: Annotated[Officer, Depends(current_officer)]
) -> Officer:
    """The officer of this request, if the case is theirs."""
    if case_id not in officer.case_ids:
        raise HTTPException(404)
    return officer
