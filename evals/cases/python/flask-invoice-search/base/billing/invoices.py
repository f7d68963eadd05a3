"""Invoice lookups for the back office."""
import sqlite3

from flask import Blueprint, current_app, g, jsonify, request

from billing.auth import staff_required

bp = Blueprint("invoices", __name__, url_prefix="/invoices")

PAGE_SIZE = 50


class InvoiceRepository:
    def __init__(self, conn):
        self._conn = conn

    def get(self, invoice_id):
        return self._conn.execute(
            "SELECT id, number, total_cents, status FROM invoice WHERE id = ?", (invoice_id,)
        ).fetchone()

    def latest(self, page):
        rows = self._conn.execute(
            "SELECT i.id, i.number, i.total_cents, i.status, c.name AS customer"
            " FROM invoice i JOIN customer c ON c.id = i.customer_id"
            " ORDER BY i.issued_on DESC LIMIT ? OFFSET ?",
            (PAGE_SIZE, page * PAGE_SIZE),
        )
        return [dict(row) for row in rows]


def repository():
    if "invoice_db" not in g:
        g.invoice_db = sqlite3.connect(current_app.config["INVOICE_DB"])
        g.invoice_db.row_factory = sqlite3.Row
    return InvoiceRepository(g.invoice_db)


@bp.teardown_app_request
def close_db(_exc):
    conn = g.pop("invoice_db", None)
    if conn is not None:
        conn.close()


@bp.get("/")
@staff_required
def index():
    page = max(request.args.get("page", 0, type=int), 0)
    return jsonify(repository().latest(page))


@bp.get("/<int:invoice_id>")
@staff_required
def show(invoice_id):
    row = repository().get(invoice_id)
    if row is None:
        return jsonify(error="not found"), 404
    return jsonify(dict(row))
