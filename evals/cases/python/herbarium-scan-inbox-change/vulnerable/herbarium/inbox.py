import secrets
import shutil
from datetime import date

from fastapi import APIRouter, Depends, HTTPException, UploadFile, status

from herbarium.config import Settings, get_settings
from herbarium.security import Curator, curator
from herbarium.storage import day_folder, place

router = APIRouter(prefix="/inbox", tags=["inbox"])

TYPES = {"image/tiff": ".tif", "image/jp2": ".jp2"}
LIMIT = 400 * 1024 * 1024


@router.get("/{day}")
def listing(day: date, settings: Settings = Depends(get_settings), who: Curator = Depends(curator)):
    folder = day_folder(settings.inbox, who.collection, day)
    return sorted(p.name for p in folder.iterdir() if p.is_file())


@router.post("", status_code=status.HTTP_201_CREATED)
def receive(
    sheet: UploadFile,
    settings: Settings = Depends(get_settings),
    who: Curator = Depends(curator),
):
    if sheet.content_type not in TYPES:
        raise HTTPException(status.HTTP_415_UNSUPPORTED_MEDIA_TYPE)
    if sheet.size is None or sheet.size > LIMIT:
        raise HTTPException(status.HTTP_413_REQUEST_ENTITY_TOO_LARGE)
    folder = day_folder(settings.inbox, who.collection, date.today())
    target = place(folder, sheet.filename, TYPES[sheet.content_type])
    if target.exists():
        target = target.with_name(f"{secrets.token_hex(4)}-{target.name}")
    with target.open("xb") as out:
        shutil.copyfileobj(sheet.file, out)
    return {"stored": target.name, "bytes": sheet.size}
