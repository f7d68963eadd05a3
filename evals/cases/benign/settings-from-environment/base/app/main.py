import logging

from app import config
from app.server import build

logging.basicConfig(level=config.LOG_LEVEL)
application = build(config.DATABASE_URL)
