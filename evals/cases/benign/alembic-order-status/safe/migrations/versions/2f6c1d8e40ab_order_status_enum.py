"""Order status as an enumeration.

Revision ID: 2f6c1d8e40ab
Revises: 90be27f7a1c3
"""

import sqlalchemy as sa
from alembic import op

revision = "2f6c1d8e40ab"
down_revision = "90be27f7a1c3"

TABLES = ("orders", "orders_archive")
STATUS = sa.Enum("new", "paid", "shipped", "cancelled", name="order_status")
SPELLINGS = {
    "New": "new",
    "PAID": "paid",
    "sent": "shipped",
    "canceled": "cancelled",
    "void": "cancelled",
}


def upgrade() -> None:
    connection = op.get_bind()
    STATUS.create(connection, checkfirst=True)
    for table in TABLES:
        _unify_spellings(connection, table)
        op.execute(f"ALTER TABLE {table} ALTER COLUMN status DROP DEFAULT")
        op.alter_column(
            table,
            "status",
            existing_type=sa.String(20),
            type_=STATUS,
            postgresql_using="status::order_status",
            nullable=False,
        )
        op.execute(f"ALTER TABLE {table} ALTER COLUMN status SET DEFAULT 'new'")
    op.create_index("ix_orders_status_customer", "orders", ["status", "customer_id"])


def _unify_spellings(connection: sa.Connection, name: str) -> None:
    orders = sa.table(name, sa.column("status", sa.String))
    for old, new in SPELLINGS.items():
        connection.execute(sa.update(orders).where(orders.c.status == old).values(status=new))
    known = sa.select(sa.func.count()).select_from(orders).where(orders.c.status.not_in(STATUS.enums))
    if left := connection.scalar(known):
        raise RuntimeError(f"{left} rows of {name} have an unknown status")


def downgrade() -> None:
    op.drop_index("ix_orders_status_customer", table_name="orders")
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ALTER COLUMN status DROP DEFAULT")
        op.alter_column(
            table, "status", existing_type=STATUS, type_=sa.String(20), postgresql_using="status::text"
        )
        op.execute(f"ALTER TABLE {table} ALTER COLUMN status SET DEFAULT 'new'")
    STATUS.drop(op.get_bind(), checkfirst=True)
