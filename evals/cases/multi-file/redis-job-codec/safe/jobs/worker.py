"""Takes jobs from the queue until it is told to stop."""

import logging
import signal

from jobs.codec import Undecodable, decode
from jobs.handlers import handle
from jobs.ingest import QUEUE

logger = logging.getLogger(__name__)


class Worker:
    def __init__(self, redis) -> None:
        self._redis = redis
        self._running = True
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, *_):
        self._running = False

    def run(self) -> None:
        while self._running:
            item = self._redis.brpop(QUEUE, timeout=5)
            if item is None:
                continue
            try:
                job = decode(item[1])
            except Undecodable:
                logger.warning("dropped a job that could not be read")
                continue
            handle(job)
