import datetime
import json

import tornado.web

from tides.base import AuthenticatedHandler
from tides.rollup import RollupError, rollup


class RollupHandler(AuthenticatedHandler):
    """POST /stations/<id>/rollup"""

    @tornado.web.authenticated
    async def post(self, station):
        body = json.loads(self.request.body)
        since = datetime.date.fromisoformat(body["since"])
        loop = tornado.ioloop.IOLoop.current()
        try:
            rows = await loop.run_in_executor(
                None, rollup, self.settings["dsn"], int(station), since, body["measures"]
            )
        except RollupError as problem:
            raise tornado.web.HTTPError(400, reason="bad measures") from problem
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(rows, default=str))
