"""Codes that open a parcel locker."""
import datetime as dt
import secrets

from peewee import IntegrityError

from lockers.models import Pickup, db

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(10))


def assign(parcel_id: int, locker: int, hours: int = 48) -> str:
    """Gives the parcel a code that no other waiting parcel has."""
    expires = dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=hours)
    for _ in range(5):
        code = new_code()
        try:
            with db.atomic():
                Pickup.create(parcel=parcel_id, locker=locker, code=code, expires=expires)
        except IntegrityError:
            continue
        return code
    raise RuntimeError("no free code")
