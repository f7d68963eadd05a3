"""Work that is done outside of requests."""

import logging

from celery import shared_task
from flask_mail import Message

from shipments.mail import mail, partner_address

logger = logging.getLogger(__name__)


@shared_task
def notify_partner(reference: str, status: str) -> None:
    """Tell the partner by mail that a shipment has a new status."""
    mail.send(
        Message(
            subject="Shipment update",
            recipients=[partner_address(reference)],
            body=f"Your shipment is now {status}.",
        )
    )
    logger.info("partner notified")
