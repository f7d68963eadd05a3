import logging
import os
import sys

from app.config import Config, ConfigError
from app.server import build

try:
    config = Config.read(os.environ)
except ConfigError as error:
    sys.exit(f"cannot start: {error}")

config.setup_logging()
logging.getLogger(__name__).info("starting with %r", config)
application = build(config)
