"""Codes that open a parcel locker."""
import datetime as dt
import secrets

from peewee import IntegrityError

from lockers.models import Pickup, db

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def new_code() -> str:
    pick = secrets.choice
    return "-".join("".join(pick(CONSONANTS) + pick(VOWELS) for _ in range(3)) for _ in range(4))


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
