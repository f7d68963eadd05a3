from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Flight


class FlightRepository:
    def __init__(self, session: Session):
        self.session = session

    def of_falconer(self, falconer_id: int):
        query = select(Flight).where(Flight.falconer_id == falconer_id)
        query = query.order_by(Flight.flown_at.desc())
        return self.session.scalars(query.limit(500)).all()

    def add(self, flight: Flight) -> Flight:
        self.session.add(flight)
        self.session.commit()
        return flight
