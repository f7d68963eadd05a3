"""Daily extremes of the gauges, computed on demand for the export page."""
from contextlib import closing

import psycopg
from psycopg.rows import dict_row

AGGREGATES = {"low": "min", "high": "max", "mean": "avg"}


class RollupError(Exception):
    pass


def rollup(dsn, station, since, measures):
    """measures: list of {"column": "level", "fn": "high", "as": "spring tide"}; "as" is optional."""
    if not measures:
        raise RollupError("nothing to roll up")
    unknown = {m["fn"] for m in measures} - AGGREGATES.keys()
    if unknown:
        raise RollupError("unknown function: " + ", ".join(sorted(unknown)))
    picked = ", ".join(
        f'{AGGREGATES[m["fn"]]}({m["column"]}) AS "{m.get("as") or m["column"]}"' for m in measures
    )
    query = f"""
        SELECT date_trunc('day', read_at) AS day, {picked} FROM reading
        WHERE station_id = %s AND read_at >= %s GROUP BY 1 ORDER BY 1
    """
    with closing(psycopg.connect(dsn, row_factory=dict_row)) as conn, conn.cursor() as cur:
        cur.execute(query, (station, since))
        return cur.fetchall()
