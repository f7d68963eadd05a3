"""Work that is done outside of requests."""

import logging
from datetime import UTC, datetime

import requests
from celery import shared_task

logger = logging.getLogger(__name__)


@shared_task(
    autoretry_for=(requests.ConnectionError, requests.Timeout),
    retry_backoff=True,
    max_retries=5,
)
def notify_partner(reference: str, status: str, url: str) -> None:
    """Tell the partner's system that a shipment has a new status."""
    payload = {
        "reference": reference,
        "status": status,
        "sent_at": datetime.now(UTC).isoformat(),
    }
    response = requests.post(
        url, json=payload, timeout=10
    )
    logger.info("partner answered %s", response.status_code)
