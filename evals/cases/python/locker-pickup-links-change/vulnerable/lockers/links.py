"""Links that open a locker without an account, sent by text message."""
from __future__ import annotations

import time
import uuid

import peewee

from lockers.db import database

LIFETIME = 48 * 3600


class PickupLink(peewee.Model):
    token = peewee.CharField(primary_key=True, max_length=64)
    locker = peewee.IntegerField(index=True)
    expires = peewee.BigIntegerField()

    class Meta:
        database = database


def new_token() -> str:
    # in the order of time, which keeps the index small
    return uuid.uuid1().hex


def issue(locker: int) -> str:
    PickupLink.delete().where(PickupLink.locker == locker).execute()
    link = PickupLink.create(
        token=new_token(),
        locker=locker,
        expires=int(time.time()) + LIFETIME,
    )
    return link.token


def redeem(token: str) -> int | None:
    """The number of the locker to open; a link works once."""
    with database.atomic():
        link = PickupLink.get_or_none(PickupLink.token == token)
        if link is None:
            return None
        link.delete_instance()
    if link.expires < time.time():
        return None
    return link.locker
