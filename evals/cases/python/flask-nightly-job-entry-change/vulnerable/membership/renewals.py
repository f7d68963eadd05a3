from datetime import date, timedelta

from sqlalchemy import select, update

from membership.extensions import db
from membership.models import Member

GRACE = timedelta(days=30)


def expire_overdue() -> int:
    """Ends the memberships that were not paid within the grace period."""
    result = db.session.execute(
        update(Member)
        .where(Member.paid_until < date.today() - GRACE, Member.active.is_(True))
        .values(active=False)
    )
    db.session.commit()
    return result.rowcount


def purge_former() -> int:
    """Removes the members who left more than two years ago."""
    limit = date.today() - timedelta(days=730)
    former = db.session.scalars(
        select(Member).where(Member.active.is_(False), Member.paid_until < limit)
    ).all()
    for member in former:
        db.session.delete(member)
    db.session.commit()
    return len(former)
