from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from observatory.models import Booking, session


class NotBookable(Exception):
    pass


class BookingService:
    """All changes to the calendar of the dome go through here."""

    def __init__(self, team_id):
        self.team_id = team_id

    def upcoming(self, today):
        query = select(Booking).where(Booking.team_id == self.team_id, Booking.night >= today)
        return session.scalars(query.order_by(Booking.night)).all()

    def cancel(self, booking_id):
        query = select(Booking).where(Booking.id == booking_id, Booking.team_id == self.team_id)
        booking = session.scalar(query)
        if booking is None:
            raise NotBookable("no such booking")
        session.delete(booking)
        session.commit()

    def move(self, booking_id, night):
        booking = session.get(Booking, booking_id)
        if booking is None:
            raise NotBookable("no such booking")
        booking.night = night
        self._commit()
        return booking

    def book(self, night, target):
        booking = Booking(team_id=self.team_id, night=night, target=target)
        session.add(booking)
        self._commit()
        return booking

    def _commit(self):
        try:
            session.commit()
        except IntegrityError as problem:
            session.rollback()
            raise NotBookable("the night is taken") from problem
