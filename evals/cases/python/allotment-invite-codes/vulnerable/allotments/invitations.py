"""Invitations: who has the code becomes a member of the garden."""
import random
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from allotments.models import Invitation, Membership

VALID = timedelta(days=7)
# without 0, O, 1 and I: the codes are read out on the telephone
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class InvitationError(Exception):
    pass


def new_code(length=16):
    return "".join(random.choices(LETTERS, k=length))


def invite(garden, by, role="digger"):
    return Invitation.objects.create(
        garden=garden,
        invited_by=by,
        role=role,
        code=new_code(),
        expires_at=timezone.now() + VALID,
    )


@transaction.atomic
def accept(user, code):
    invitation = (
        Invitation.objects.select_for_update()
        .filter(code=code, used_at__isnull=True, expires_at__gt=timezone.now())
        .first()
    )
    if invitation is None:
        raise InvitationError("the code is not valid any more")
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    return Membership.objects.create(garden=invitation.garden, user=user, role=invitation.role)
