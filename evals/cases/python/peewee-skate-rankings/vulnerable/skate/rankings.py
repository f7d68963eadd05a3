"""Tornado handlers for the public rankings."""
import json

import tornado.web
from peewee import JOIN, SQL, fn

from skate.models import Club, Result, Skater


class RankingHandler(tornado.web.RequestHandler):
    def initialize(self, season):
        self.season = season

    def _base(self):
        return (
            Skater.select(Skater.id, Skater.name, Club.name.alias("club"), fn.SUM(Result.points).alias("points"))
            .join(Club, JOIN.LEFT_OUTER)
            .switch(Skater)
            .join(Result)
            .where(Result.season == self.season)
            .group_by(Skater.id, Skater.name, Club.name)
        )

    def get(self):
        query = self._base()
        word = self.get_query_argument("q", "", strip=True)
        if word:
            query = query.where(SQL("t1.search @@ websearch_to_tsquery('simple', '%s')" % word))
        rows = query.order_by(SQL("points").desc()).limit(100).dicts()
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(list(rows)))
