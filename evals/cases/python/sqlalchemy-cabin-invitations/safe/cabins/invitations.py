import secrets
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Cabin, Invitation, Person

VALID = timedelta(days=3)
# neither 0 and O nor 1, I and L
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


class NoSuchInvitation(LookupError):
    pass


def new_code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


def invite(session: Session, cabin: Cabin) -> str:
    invitation = Invitation(cabin=cabin, code=new_code(), until=datetime.now(timezone.utc) + VALID)
    session.add(invitation)
    session.commit()
    return invitation.code


def join(session: Session, person: Person, code: str) -> Cabin:
    """Whoever knows the code becomes a co-owner."""
    now = datetime.now(timezone.utc)
    found = session.scalar(select(Invitation).where(Invitation.code == code, Invitation.until > now))
    if found is None:
        raise NoSuchInvitation
    found.cabin.owners.append(person)
    session.delete(found)
    session.commit()
    return found.cabin
