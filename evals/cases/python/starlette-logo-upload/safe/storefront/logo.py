from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storefront.access import shop_owner
from storefront.csrf import csrf_protected
from storefront.shops import Shop, ShopStore

LOGOS = Path("static/logos")  # served by the web server as it is
MAX_LOGO = 512 * 1024
SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}


def as_json(shop: Shop) -> dict[str, str | None]:
    return {"name": shop.name, "colour": shop.colour, "logo": shop.logo and f"/static/logos/{shop.logo}"}


@shop_owner
async def show(request: Request) -> Response:
    return JSONResponse(as_json(request.state.shop))


@shop_owner
@csrf_protected
async def set_colour(request: Request) -> Response:
    colour = str((await request.form()).get("colour", ""))
    if len(colour) != 7 or colour[0] != "#" or not all(c in "0123456789abcdef" for c in colour[1:].lower()):
        return JSONResponse({"error": "a colour looks like #1a2b3c"}, status_code=422)
    shops: ShopStore = request.app.state.shops
    return JSONResponse(as_json(await shops.update(request.state.shop, colour=colour)))


def image_suffix(content: bytes) -> str | None:
    try:
        with Image.open(io.BytesIO(content), formats=list(SUFFIXES)) as image:
            return SUFFIXES.get(image.format or "")
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return None


@shop_owner
@csrf_protected
async def set_logo(request: Request) -> Response:
    async with request.form(max_files=1, max_fields=4) as form:
        upload = form.get("logo")
        if upload is None or isinstance(upload, str):
            return JSONResponse({"error": "logo is missing"}, status_code=422)
        content = await upload.read(MAX_LOGO + 1)
        if len(content) > MAX_LOGO:
            return JSONResponse({"error": "a logo has at most 512 KiB"}, status_code=413)
        suffix = image_suffix(content)
        if suffix is None:
            return JSONResponse({"error": "not an image"}, status_code=422)
    shop: Shop = request.state.shop
    name = f"{shop.id}{suffix}"
    (LOGOS / name).write_bytes(content)
    shops: ShopStore = request.app.state.shops
    return JSONResponse(as_json(await shops.update(shop, logo=name)))


routes = [
    Route("/shop", show),
    Route("/shop/colour", set_colour, methods=["POST"]),
    Route("/shop/logo", set_logo, methods=["POST"]),
]
