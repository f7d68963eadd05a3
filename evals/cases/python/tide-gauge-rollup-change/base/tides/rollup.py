"""Daily extremes of the gauges, computed on demand for the export page."""
from contextlib import closing

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

AGGREGATES = {"low": "min", "high": "max", "mean": "avg"}


class RollupError(Exception):
    pass


def rollup(dsn, station, since, measures):
    """measures: list of {"column": "level", "fn": "high"}."""
    if not measures:
        raise RollupError("nothing to roll up")
    unknown = {m["fn"] for m in measures} - AGGREGATES.keys()
    if unknown:
        raise RollupError("unknown function: " + ", ".join(sorted(unknown)))
    picked = sql.SQL(", ").join(
        sql.SQL("{}({})").format(sql.SQL(AGGREGATES[m["fn"]]), sql.Identifier(m["column"]))
        for m in measures
    )
    query = sql.SQL(
        "SELECT date_trunc('day', read_at) AS day, {} FROM reading"
        " WHERE station_id = %s AND read_at >= %s GROUP BY 1 ORDER BY 1"
    ).format(picked)
    with closing(psycopg.connect(dsn, row_factory=dict_row)) as conn, conn.cursor() as cur:
        cur.execute(query, (station, since))
        return cur.fetchall()
