import hmac
from functools import wraps

from flask import abort, current_app, request


def scheduler_only(view):
    """Lets only calls with the token of the scheduler through."""

    @wraps(view)
    def wrapper(*args, **kwargs):
        expected = current_app.config["SCHEDULER_TOKEN"]
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not expected:
            abort(401)
        if not hmac.compare_digest(given.encode(), expected.encode()):
            abort(401)
        return view(*args, **kwargs)

    return wrapper
