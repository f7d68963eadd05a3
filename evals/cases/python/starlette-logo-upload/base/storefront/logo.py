from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storefront.access import shop_owner
from storefront.csrf import csrf_protected
from storefront.shops import Shop, ShopStore

LOGOS = Path("static/logos")  # served by the web server as it is


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


routes = [
    Route("/shop", show),
    Route("/shop/colour", set_colour, methods=["POST"]),
]
