from starlette.authentication import requires
from starlette.requests import Request

from .db import offers
from .render import page


async def show_offer(request: Request):
    offer = await offers.get(int(request.path_params["offer_id"]))
    if offer is None:
        return page("missing.mako", 404, path=request.url.path)
    return page("offer.mako", offer=offer)


@requires("authenticated", redirect="login")
async def my_offers(request: Request):
    mine = await offers.by_owner(request.user.id)
    return page("mine.mako", offers=mine, user=request.user)
