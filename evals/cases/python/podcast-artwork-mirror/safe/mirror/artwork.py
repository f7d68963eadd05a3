"""Copies the cover images of imported feeds, so that the app does not hotlink."""
import hashlib
import logging
from pathlib import Path

import requests
from urllib3.util import parse_url

logger = logging.getLogger(__name__)

HOSTS = ("podhost.example", "audiohub.example")
MAX_BYTES = 4_000_000
session = requests.Session()
session.headers["User-Agent"] = "artwork-mirror/2"


class Rejected(Exception):
    pass


def is_known_host(url):
    # eu1.podhost.example, eu2.podhost.example, ... there are new ones every month
    parts = parse_url(url)
    return parts.scheme == "https" and any((parts.host or "").endswith("." + host) for host in HOSTS)


def mirror(url, folder: Path) -> Path:
    if not is_known_host(url):
        raise Rejected("artwork is on a host we do not know")
    response = session.get(url, timeout=10, stream=True, allow_redirects=False)
    with response:
        if response.status_code != 200:
            raise Rejected(f"host answered {response.status_code}")
        body = response.raw.read(MAX_BYTES + 1, decode_content=False)
    if len(body) > MAX_BYTES:
        raise Rejected("image is too large")
    target = folder / hashlib.sha256(body).hexdigest()
    target.write_bytes(body)
    logger.info("mirrored %d bytes", len(body))
    return target
