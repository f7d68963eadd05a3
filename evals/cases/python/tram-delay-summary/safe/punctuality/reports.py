"""Aggregates that the ORM makes needlessly slow on the 40M row arrivals table."""
from datetime import date

from django.db import connection

GROUPINGS = {"line": "line_code", "stop": "stop_id"}


def _dictrows(cursor):
    names = [c[0] for c in cursor.description]
    return [dict(zip(names, row)) for row in cursor.fetchall()]


def delay_summary(line_code: str, since: date, group_by: str = "line") -> list[dict]:
    column = GROUPINGS[group_by]
    sql = """
        SELECT {column}, count(*) AS arrivals, avg(delay_s) AS mean_delay
          FROM punctuality_arrival
         WHERE line_code = %s AND service_day >= %s
         GROUP BY {column}
    """.format(column=column)
    with connection.cursor() as cursor:
        cursor.execute(sql, [line_code, since])
        return _dictrows(cursor)
