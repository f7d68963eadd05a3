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

    def search(self, filters, page):
        clauses = ["1 = 1"]
        if filters.get("customer"):
            clauses.append("c.name LIKE '%" + filters["customer"] + "%'")
        if filters.get("open_only"):
            clauses.append("i.status <> 'paid'")
        sql = (
            "SELECT i.id, i.number, i.total_cents, i.status, c.name AS customer"
            " FROM invoice i JOIN customer c ON c.id = i.customer_id"
            " WHERE " + " AND ".join(clauses) +
            f" ORDER BY i.issued_on DESC LIMIT {PAGE_SIZE} OFFSET {page * PAGE_SIZE:d}"
        )
        rows = self._conn.execute(sql)
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


def filters_from(args):
    return {
        "customer": args.get("customer", "").strip(),
        "open_only": args.get("open") == "1",
    }


@bp.get("/")
@staff_required
def index():
    page = max(request.args.get("page", 0, type=int), 0)
    return jsonify(repository().search(filters_from(request.args), page))


@bp.get("/<int:invoice_id>")
@staff_required
def show(invoice_id):
    row = repository().get(invoice_id)
    if row is None:
        return jsonify(error="not found"), 404
    return jsonify(dict(row))
