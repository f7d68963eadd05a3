from datetime import date, timedelta

from sqlalchemy import update

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
