from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from celery import shared_task
from celery.utils.log import get_task_logger

from catalogue.models import Product
from catalogue.storage import supplier_inbox

log = get_task_logger(__name__)

BATCH = 500


@dataclass
class Checkpoint:
    """Where an import stopped. Lies next to the CSV so that suppliers can send both again."""

    row: int = 0
    rejected: int = 0


def read_checkpoint(inbox, name: str) -> Checkpoint:
    blob = inbox.get(f"{name}.checkpoint")
    if blob is None:
        return Checkpoint()
    data = json.loads(blob)
    return Checkpoint(row=int(data["row"]), rejected=int(data["rejected"]))


def write_checkpoint(inbox, name: str, checkpoint: Checkpoint) -> None:
    inbox.put(f"{name}.checkpoint", json.dumps(vars(checkpoint)).encode())


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
    checkpoint = read_checkpoint(inbox, name)
    batch = []
    for number, row in enumerate(_rows(inbox.get(name))):
        if number < checkpoint.row:
            continue
        try:
            batch.append(_product(supplier_id, row))
        except (KeyError, ValueError):
            checkpoint.rejected += 1
        if len(batch) >= BATCH:
            Product.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
            checkpoint.row = number + 1
            write_checkpoint(inbox, name, checkpoint)
    Product.objects.bulk_create(batch, ignore_conflicts=True)
    log.info("supplier %s: import done, %d rejected", supplier_id, checkpoint.rejected)
    return checkpoint.rejected
