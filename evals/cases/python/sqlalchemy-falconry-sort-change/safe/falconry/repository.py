from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Flight

SORTABLE = {c.key: c for c in (Flight.flown_at, Flight.bird, Flight.minutes, Flight.weight)}


class FlightRepository:
    def __init__(self, session: Session):
        self.session = session

    def of_falconer(self, falconer_id: int, sort: str = "flown_at", descending: bool = True):
        query = select(Flight).where(Flight.falconer_id == falconer_id)
        column = SORTABLE.get(sort, Flight.flown_at)
        query = query.order_by(column.desc() if descending else column.asc())
        return self.session.scalars(query.limit(500)).all()

    def add(self, flight: Flight) -> Flight:
        self.session.add(flight)
        self.session.commit()
        return flight
