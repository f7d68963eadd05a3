"""What the people at the pier use. Mounted by ferry.main."""
from fastapi import APIRouter

from ferry.backoffice import fares, sailings

router = APIRouter(prefix="/backoffice")
router.include_router(fares.router, prefix="/fares")
router.include_router(sailings.router, prefix="/sailings")
