"""Guest ensembles publish their rehearsals as iCalendar files."""
from urllib.parse import urlsplit

import requests
from django.conf import settings
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


def fetch(url):
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.netloc not in settings.CALENDAR_HOSTS:
        raise FeedError("calendars of this host are not allowed")
    try:
        response = requests.get(url, timeout=10, stream=True, allow_redirects=False)
        response.raise_for_status()
        content = response.raw.read(LIMIT + 1, decode_content=True)
    except requests.RequestException as problem:
        raise FeedError("the calendar cannot be read") from problem
    if len(content) > LIMIT:
        raise FeedError("the calendar is too large")
    return parse(content)
