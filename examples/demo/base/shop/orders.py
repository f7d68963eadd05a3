"""Orders of the shop's customers."""

import json
import sqlite3

from flask import Blueprint, abort, g, request

from shop.access import require_admin

orders = Blueprint("orders", __name__)


def connection():
    if "db" not in g:
        g.db = sqlite3.connect("shop.db")
    return g.db


@orders.get("/orders/<int:number>")
def show(number):
    row = connection().execute("SELECT * FROM orders WHERE number = ?", (number,)).fetchone()
    if row is None:
        abort(404)
    return dict(row)


@orders.post("/orders/import")
@require_admin
def import_orders():
    for order in json.loads(request.data):
        connection().execute("INSERT INTO orders VALUES (:number, :customer, :total)", order)
    connection().commit()
    return "", 204


@orders.delete("/orders/<int:number>")
@require_admin
def remove(number):
    connection().execute("DELETE FROM orders WHERE number = ?", (number,))
    connection().commit()
    return "", 204
