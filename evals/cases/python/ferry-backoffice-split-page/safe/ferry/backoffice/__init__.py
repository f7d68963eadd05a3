"""What the people at the pier use. Mounted by ferry.main."""
from fastapi import APIRouter, Depends

from ferry.backoffice import fares, sailings
from ferry.security import staff_only

router = APIRouter(prefix="/backoffice", dependencies=[Depends(staff_only)])
router.include_router(fares.router, prefix="/fares")
router.include_router(sailings.router, prefix="/sailings")
