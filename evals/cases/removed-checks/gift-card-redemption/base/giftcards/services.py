"""Redeeming of gift cards."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from giftcards.models import GiftCard, Redemption


class RedemptionError(Exception):
    """The card cannot pay for this."""


@transaction.atomic
def redeem(code: str, amount: Decimal, order_id: int) -> Redemption:
    if amount <= 0:
        raise RedemptionError("the amount must be positive")
    card = GiftCard.objects.select_for_update().get(code=code)
    if card.expires_on < timezone.localdate():
        raise RedemptionError("the card has expired")
    if card.balance < amount:
        raise RedemptionError("the balance is too low")
    card.balance -= amount
    card.save()
    return Redemption.objects.create(card=card, amount=amount, order_id=order_id)


def history(card: GiftCard):
    return Redemption.objects.filter(card=card).order_by("-created_at")
