from celery import shared_task
from django.core.mail import send_mail

from desk.models import Ticket
from desk.wording import render


@shared_task(autoretry_for=(OSError,), max_retries=5, retry_backoff=True)
def notify(ticket_id: int) -> None:
    """Mails the requester; the wording was entered by an administrator of the customer."""
    ticket = Ticket.objects.select_related("customer", "requester").get(pk=ticket_id)
    text = render(ticket.customer.wording, ticket)
    send_mail(f"Ticket {ticket.number}", text, None, [ticket.requester.email])
