from __future__ import annotations

import csv
import io

from celery import shared_task
from celery.utils.log import get_task_logger

from catalogue.models import Product
from catalogue.storage import supplier_inbox

log = get_task_logger(__name__)

BATCH = 500


def _rows(raw: bytes):
    return csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))


def _product(supplier_id: int, row: dict[str, str]) -> Product:
    return Product(
        supplier_id=supplier_id,
        sku=row["sku"].strip(),
        title=row["title"].strip()[:200],
        price_cents=round(float(row["price"]) * 100),
    )


@shared_task(bind=True, max_retries=3)
def import_catalogue(self, supplier_id: int, name: str) -> int:
    """``name`` comes from the listing of the supplier's SFTP inbox."""
    inbox = supplier_inbox(supplier_id)
    batch, rejected = [], 0
    for row in _rows(inbox.get(name)):
        try:
            batch.append(_product(supplier_id, row))
        except (KeyError, ValueError):
            rejected += 1
        if len(batch) >= BATCH:
            Product.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
    Product.objects.bulk_create(batch, ignore_conflicts=True)
    log.info("supplier %s: import done, %d rejected", supplier_id, rejected)
    return rejected
