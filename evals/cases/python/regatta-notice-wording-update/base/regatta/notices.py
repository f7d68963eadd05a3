"""Notices to competitors: sent by the race office, worded per class."""
from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from regatta.models import Entry, Race
from regatta.postbox import Postbox

DEFAULT = "Race {number} of {class_name}: warning signal at {start}."


def default_text(race: Race) -> str:
    return DEFAULT.format(number=race.number, class_name=race.class_name, start=f"{race.start:%H:%M}")


class NoticeBoard:
    def __init__(self, session: Session, postbox: Postbox) -> None:
        self.session = session
        self.postbox = postbox

    def announce(self, race: Race) -> int:
        entries = self.session.scalars(
            select(Entry).where(Entry.race_id == race.id, Entry.withdrawn.is_(False))
        ).all()
        for entry in entries:
            body = default_text(race)
            self.postbox.queue(entry.email, f"Race {race.number}", body)
        return len(entries)
