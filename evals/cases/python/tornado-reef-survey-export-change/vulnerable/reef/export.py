import csv
import io

import tornado.web
from psycopg import sql
from psycopg.errors import UndefinedColumn

from reef.base import ApiHandler

DEFAULT = ("transect", "species", "cover")


def select(columns):
    picked = sql.SQL(", ").join(sql.SQL(c) for c in columns)
    return sql.SQL("SELECT {} FROM survey_public WHERE reef_id = %s ORDER BY taken_on").format(picked)


class ExportHandler(ApiHandler):
    """Surveys of one reef as CSV; survey_public is a view without the observers' data."""

    @tornado.web.authenticated
    async def get(self, reef_id):
        columns = self.get_query_arguments("column") or list(DEFAULT)
        try:
            rows = await self.fetch(columns, int(reef_id))
        except UndefinedColumn:
            raise tornado.web.HTTPError(400, reason="unknown column")
        self.set_header("Content-Type", "text/csv; charset=utf-8")
        self.set_header("Content-Disposition", "attachment; filename=survey.csv")
        self.finish(self.as_csv(columns, rows))

    async def fetch(self, columns, reef_id):
        async with self.application.pool.connection() as conn:
            cur = await conn.execute(select(columns), (reef_id,))
            return await cur.fetchall()

    @staticmethod
    def as_csv(columns, rows):
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(columns)
        writer.writerows(rows)
        return buffer.getvalue()


routes = [(r"/reefs/(\d+)/survey.csv", ExportHandler)]
