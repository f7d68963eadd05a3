from pathlib import Path

from celery import Celery

from . import config
from .artwork import Rejected, mirror
from .db import feeds

app = Celery("mirror", broker=config.BROKER_URL)


@app.task(ignore_result=True)
def refresh_artwork(feed_id):
    # image_url is what the feed of the user says in <itunes:image href>
    feed = feeds.get(feed_id)
    if not feed or not feed.image_url:
        return
    try:
        stored = mirror(feed.image_url, Path(config.ARTWORK_DIR))
    except Rejected as exc:
        feeds.set_artwork_error(feed_id, str(exc))
        return
    feeds.set_artwork(feed_id, stored.name)
