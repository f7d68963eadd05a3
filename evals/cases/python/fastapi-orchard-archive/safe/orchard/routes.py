from zipfile import BadZipFile

from fastapi import APIRouter, Depends, HTTPException, UploadFile

from .bundles import BundleError, photo_names, unpack_photos
from .config import photo_root
from .security import pomologist

router = APIRouter(prefix="/varieties", dependencies=[Depends(pomologist)])


@router.get("/{variety_id}/photos")
def list_photos(variety_id: int):
    return photo_names(photo_root() / str(variety_id))


@router.post("/{variety_id}/photos", status_code=201)
def add_photos(variety_id: int, bundle: UploadFile):
    try:
        count = unpack_photos(bundle.file, photo_root() / str(variety_id))
    except (BundleError, BadZipFile) as problem:
        raise HTTPException(422, "The archive cannot be used") from problem
    return {"added": count}
