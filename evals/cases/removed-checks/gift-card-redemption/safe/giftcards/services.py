"""Redeeming of gift cards."""

from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from giftcards.models import GiftCard, Redemption


class RedemptionError(Exception):
    """The card cannot pay for this."""


@transaction.atomic
def redeem(code: str, amount: Decimal, order_id: int) -> Redemption:
    if amount <= 0:
        raise RedemptionError("the amount must be positive")
    card = GiftCard.objects.only("id", "expires_on").get(code=code)
    if card.expires_on < timezone.localdate():
        raise RedemptionError("the card has expired")
    covered = GiftCard.objects.filter(pk=card.pk, balance__gte=amount)
    if not covered.update(balance=F("balance") - amount):
        raise RedemptionError("the balance is too low")
    return Redemption.objects.create(card=card, amount=amount, order_id=order_id)


def history(card: GiftCard):
    """Return the last redemptions, newest first, without reading whole rows."""
    fields = ("id", "amount", "order_id", "created_at")
    return Redemption.objects.filter(card=card).order_by("-created_at").values(*fields)[:50]
