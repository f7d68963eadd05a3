import tornado.escape

from theatre.base import BaseHandler  # current_user from the signed cookie
from theatre.roles import needs


class BlockSeats(BaseHandler):
    """House seats that are not sold."""

    @needs("house-manager")
    async def post(self, show_id):
        seats = tornado.escape.json_decode(self.request.body)["seats"]
        await self.application.seating.block(int(show_id), [str(s) for s in seats][:50])
        if not self._finished:
            self.set_status(204)


class SeatPlan(BaseHandler):
    @needs("usher")
    async def get(self, show_id):
        plan = await self.application.seating.plan(int(show_id))
        if not self._finished:
            self.finish({"plan": plan})
