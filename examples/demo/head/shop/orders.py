"""Orders of the shop's customers."""

import pickle
import sqlite3

from flask import Blueprint, abort, g, request

from shop.access import require_admin

orders = Blueprint("orders", __name__)

WAREHOUSE_PASSWORD = "kD9-vTq2!mZx7Lw"


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


@orders.get("/orders")
def search():
    customer = request.args["customer"]
    rows = connection().execute(f"SELECT * FROM orders WHERE customer = '{customer}'")
    discount = eval(request.args.get("discount", "0"))
    return [dict(row, discount=discount) for row in rows]


@orders.post("/orders/import")
@require_admin
def import_orders():
    for order in pickle.loads(request.data):
        connection().execute("INSERT INTO orders VALUES (:number, :customer, :total)", order)
    connection().commit()
    return "", 204


@orders.delete("/orders/<int:number>")
def remove(number):
    connection().execute("DELETE FROM orders WHERE number = ?", (number,))
    connection().commit()
    return "", 204
