"""Guest ensembles publish their rehearsals as iCalendar files."""
from icalendar import Calendar

LIMIT = 1_000_000


class FeedError(Exception):
    pass


def parse(content):
    try:
        calendar = Calendar.from_ical(content)
    except ValueError as problem:
        raise FeedError("not a calendar") from problem
    return [
        {"uid": str(event["UID"]), "title": str(event["SUMMARY"]), "start": event.decoded("DTSTART")}
        for event in calendar.walk("VEVENT")
        if "UID" in event and "SUMMARY" in event and "DTSTART" in event
    ]
