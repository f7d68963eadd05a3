import tornado.web

from .adjourn import BadSlip, from_slip
from .board import Board


class Resume(tornado.web.RequestHandler):
    def initialize(self, tables):
        self.tables = tables

    def get_current_user(self):
        name = self.get_signed_cookie("player")
        return name.decode() if name else None

    @tornado.web.authenticated
    def post(self):
        try:
            moves, clocks = from_slip(self.get_body_argument("slip"))
        except BadSlip:
            raise tornado.web.HTTPError(400) from None
        table = self.tables.open(Board.replay(moves), self.current_user, clocks=clocks)
        self.redirect(self.reverse_url("table", table.id))
