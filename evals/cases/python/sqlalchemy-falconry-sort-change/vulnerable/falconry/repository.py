from sqlalchemy import select, text
from sqlalchemy.orm import Session

from .models import Flight


class FlightRepository:
    def __init__(self, session: Session):
        self.session = session

    def of_falconer(self, falconer_id: int, sort: str = "flown_at", descending: bool = True):
        query = select(Flight).where(Flight.falconer_id == falconer_id)
        query = query.order_by(text(f"{sort} {'DESC' if descending else 'ASC'}"))
        return self.session.scalars(query.limit(500)).all()

    def add(self, flight: Flight) -> Flight:
        self.session.add(flight)
        self.session.commit()
        return flight
