from fastapi import APIRouter, Depends

from .bundles import photo_names
from .config import photo_root
from .security import pomologist

router = APIRouter(prefix="/varieties", dependencies=[Depends(pomologist)])


@router.get("/{variety_id}/photos")
def list_photos(variety_id: int):
    return photo_names(photo_root() / str(variety_id))
