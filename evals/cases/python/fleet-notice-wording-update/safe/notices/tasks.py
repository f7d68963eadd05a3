from celery import shared_task

from notices.gateway import push
from notices.models import Departure
from notices.wording import DEFAULTS, Wording, WordingError


@shared_task(bind=True, max_retries=3)
def announce(self, departure_id: int) -> int:
    departure = Departure.objects.select_related("vehicle", "stop", "depot").get(pk=departure_id)
    depot = departure.depot
    wording = Wording(depot.notice_text, depot.language) if depot.notice_text else DEFAULTS[depot.language]
    try:
        text = wording.fill(departure.vehicle, depot, departure.stop)
    except WordingError:
        text = DEFAULTS[depot.language].fill(departure.vehicle, depot, departure.stop)
    return push(departure.subscribers(), text)
