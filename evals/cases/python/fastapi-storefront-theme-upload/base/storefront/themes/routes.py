from __future__ import annotations

from fastapi import APIRouter, Depends

from storefront.auth import Merchant, current_merchant
from storefront.themes.store import ThemeStore, get_store

router = APIRouter(prefix="/themes", tags=["themes"])


@router.get("")
def list_themes(
    merchant: Merchant = Depends(current_merchant), store: ThemeStore = Depends(get_store)
) -> list[dict]:
    return [theme.summary() for theme in store.for_merchant(merchant.id)]
