from dataclasses import dataclass

from fastapi import Depends, HTTPException

from registry.auth import User, current_user
from registry.db import Database, get_db


@dataclass(frozen=True)
class Run:
    id: str
    project_id: int


def readable_run(run_id: str, user: User = Depends(current_user), db: Database = Depends(get_db)) -> Run:
    """The run with this id if its project is one of the user's, or 404."""
    run = db.find_run(run_id)
    if run is None or run.project_id not in user.project_ids:
        raise HTTPException(404, "no such run")
    return run
