"""Progress of players without an account lives in their browser."""
import base64
import binascii
import json

COOKIE = "progress"
LIMIT = 3_500
EMPTY = {"level": 1}


def _plain(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(type(value).__name__)


def dump(state):
    packed = base64.urlsafe_b64encode(json.dumps(state, default=_plain).encode())
    if len(packed) > LIMIT:
        raise ValueError("too much progress for a cookie")
    return packed.decode()


def load(raw):
    """The state in a cookie; cookies of older releases and broken ones start from the beginning."""
    if not raw or len(raw) > LIMIT:
        return dict(EMPTY)
    try:
        return json.loads(base64.urlsafe_b64decode(raw))
    except (binascii.Error, UnicodeDecodeError, json.JSONDecodeError):
        return dict(EMPTY)
