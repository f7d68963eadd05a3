"""Who may do what in the hut register."""
from functools import wraps

from flask import abort, g


def needs_role(*roles):
    def decorate(view):
        @wraps(view)
        def wrapper(*args, **kwargs):
            if g.user is None:
                abort(401)
            if not g.user.roles.intersection(roles):
                abort(403)
            return view(*args, **kwargs)

        return wrapper

    return decorate
