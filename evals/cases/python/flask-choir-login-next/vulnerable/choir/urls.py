"""Helpers for addresses inside the members' area."""
from urllib.parse import urlencode, urlsplit

from flask import url_for


def with_query(endpoint, **params):
    return url_for(endpoint) + "?" + urlencode({k: v for k, v in params.items() if v is not None})


def is_internal(target):
    """Whether a redirect stays with us; rehearsals and scores have moved out of /members."""
    return target.startswith("/") and not urlsplit(target).scheme
