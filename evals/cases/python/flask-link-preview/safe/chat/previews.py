"""Preview cards (title, description, image) for links in messages."""
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit, urlunsplit

import requests
from bs4 import BeautifulSoup
from flask import Blueprint, jsonify, request
from flask_login import login_required

bp = Blueprint("previews", __name__)

TIMEOUT = (2, 4)
MAX_BYTES = 256 * 1024
PREVIEW_HOSTS = frozenset({"en.wikipedia.org", "www.youtube.com", "github.com", "www.nytimes.com"})


@dataclass
class Card:
    url: str
    title: str
    description: str = ""
    image: str = ""


class PreviewFetcher:
    def __init__(self):
        self._session = requests.Session()
        self._session.headers["User-Agent"] = "chat-preview/1.2"

    def card(self, url):
        head = BeautifulSoup(self._read(url), "html.parser")
        title = head.find("title")
        return Card(
            url=url,
            title=self._meta(head, "og:title") or (title.get_text(strip=True) if title else url),
            description=self._meta(head, "og:description"),
            image=self._meta(head, "og:image"),
        )

    def _read(self, url):
        response = self._session.get(url, timeout=TIMEOUT, stream=True, allow_redirects=False)
        with response:
            response.raise_for_status()
            return response.raw.read(MAX_BYTES, decode_content=True)

    @staticmethod
    def _meta(head, name):
        tag = head.find("meta", property=name)
        return tag.get("content", "") if tag else ""


fetcher = PreviewFetcher()


@bp.post("/previews")
@login_required
def preview():
    url = (request.get_json(silent=True) or {}).get("url", "")
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname not in PREVIEW_HOSTS:
        return jsonify(error="no preview for this address"), 400
    url = urlunsplit(("https", parts.hostname, parts.path, parts.query, ""))
    try:
        return jsonify(asdict(fetcher.card(url)))
    except requests.RequestException:
        return jsonify(error="no preview"), 502
