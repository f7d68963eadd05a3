"""Notices to competitors: sent by the race office, worded per class."""
from __future__ import annotations

from string import Template
from sqlalchemy import select
from sqlalchemy.orm import Session

from regatta.models import Entry, Race, Wording
from regatta.postbox import Postbox

DEFAULT = "Race {number} of {class_name}: warning signal at {start}."


def default_text(race: Race) -> str:
    return DEFAULT.format(number=race.number, class_name=race.class_name, start=f"{race.start:%H:%M}")


def worded(wording: Wording, race: Race, entry: Entry) -> str:
    """The officer's text, with $number, $sail and so on filled in."""
    fields = {"number": race.number, "start": f"{race.start:%H:%M}", "sail": entry.sail, "boat": entry.boat}
    try:
        return Template(wording.text).substitute(fields)
    except (KeyError, ValueError):
        return default_text(race)


class NoticeBoard:
    def __init__(self, session: Session, postbox: Postbox) -> None:
        self.session = session
        self.postbox = postbox

    def announce(self, race: Race) -> int:
        entries = self.session.scalars(
            select(Entry).where(Entry.race_id == race.id, Entry.withdrawn.is_(False))
        ).all()
        wording = self.session.scalar(select(Wording).where(Wording.club_id == race.club_id))
        for entry in entries:
            body = worded(wording, race, entry) if wording else default_text(race)
            self.postbox.queue(entry.email, f"Race {race.number}", body)
        return len(entries)
