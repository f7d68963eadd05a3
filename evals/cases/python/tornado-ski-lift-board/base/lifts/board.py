import tornado.web


class Board(tornado.web.RequestHandler):
    """What hangs in the valley station; also open to phones."""

    def initialize(self, lifts):
        self.lifts = lifts

    def get(self):
        self.render("board.html", lifts=self.lifts.all())


class LiftPage(tornado.web.RequestHandler):
    def initialize(self, lifts):
        self.lifts = lifts

    async def get(self):
        name = self.get_query_argument("name")
        lift = await self.lifts.by_name(name)
        if lift is None:
            self.set_status(404)
            self.finish("<h1>No such lift</h1>")
            return
        self.render("lift.html", lift=lift)


def make_app(lifts):
    return tornado.web.Application(
        [
            (r"/", Board, {"lifts": lifts}),
            (r"/lift", LiftPage, {"lifts": lifts}),
        ],
        template_path="templates",
    )
