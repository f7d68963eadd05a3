"""Tickets in MongoDB."""

from typing import Any

from flask import current_app

PAGE = 100


class TicketRepository:
    @property
    def _tickets(self):
        return current_app.mongo.board.tickets

    def matching(self, team_id: str, **conditions: Any) -> list[dict]:
        """The newest tickets of a team that have these values."""
        query = {**conditions, "team": team_id, "deleted": False}
        return list(self._tickets.find(query).sort("number", -1).limit(PAGE))

    def by_number(self, team_id: str, number: int) -> dict | None:
        return self._tickets.find_one({"team": team_id, "number": number, "deleted": False})
