from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session

from .auth import Account, current_account
from .models import Job, get_session

router = APIRouter(prefix="/reports/jobs", tags=["reports"])


class JobStatus(BaseModel):
    id: int
    month: str
    state: str
    error: str | None = None


@router.get("/{job_id}")
def status(
    job_id: int,
    account: Annotated[Account, Depends(current_account)],
    session: Annotated[Session, Depends(get_session)],
) -> JobStatus:
    job = session.scalar(select(Job).where(Job.id == job_id, Job.account_id == account.id))
    if job is None:
        raise HTTPException(status_code=404)
    return JobStatus(id=job.id, month=job.month, state=job.state, error=job.error)
