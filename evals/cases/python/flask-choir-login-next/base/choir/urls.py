"""Helpers for addresses inside the members' area."""
from urllib.parse import urlencode, urlsplit

from flask import url_for


def with_query(endpoint, **params):
    return url_for(endpoint) + "?" + urlencode({k: v for k, v in params.items() if v is not None})


def is_internal(target):
    """Whether a redirect stays with us."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or "\\" in target:
        return False
    return target.startswith("/members/")
