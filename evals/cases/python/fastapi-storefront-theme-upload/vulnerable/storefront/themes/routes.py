from __future__ import annotations

import uuid

from fastapi import APIRouter, Depends, HTTPException, UploadFile

from storefront.auth import Merchant, current_merchant
from storefront.themes.package import BadTheme, ThemePackage
from storefront.themes.store import ThemeStore, get_store

MAX_ARCHIVE = 20 * 1024 * 1024

router = APIRouter(prefix="/themes", tags=["themes"])


@router.get("")
def list_themes(
    merchant: Merchant = Depends(current_merchant), store: ThemeStore = Depends(get_store)
) -> list[dict]:
    return [theme.summary() for theme in store.for_merchant(merchant.id)]


@router.post("", status_code=201)
def upload_theme(
    package: UploadFile,
    merchant: Merchant = Depends(current_merchant),
    store: ThemeStore = Depends(get_store),
) -> dict:
    if package.size is None or package.size > MAX_ARCHIVE:
        raise HTTPException(413, "archive is too large")
    folder = store.new_folder(merchant.id, uuid.uuid4().hex)
    try:
        theme = ThemePackage(package.file)
        manifest = theme.manifest()
        files = theme.unpack(folder)
    except BadTheme as exc:
        store.discard(folder)
        raise HTTPException(422, str(exc)) from exc
    return store.register(merchant.id, folder, manifest, files).summary()
