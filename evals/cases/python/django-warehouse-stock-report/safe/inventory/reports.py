from __future__ import annotations

from django.db import connection

from inventory.filters import Conditions

STOCK_SQL = """
    SELECT w.code, w.name, count(*) AS lines, sum(s.quantity) AS quantity
    FROM inventory_stock s
    JOIN inventory_product p ON p.id = s.product_id
    JOIN inventory_warehouse w ON w.id = s.warehouse_id
    WHERE {where}
    GROUP BY w.code, w.name
    ORDER BY w.code
"""


def stock_by_site(conditions: Conditions) -> list[dict]:
    sql = STOCK_SQL.format(where=conditions.where)
    with connection.cursor() as cursor:
        cursor.execute(sql, conditions.params)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]
