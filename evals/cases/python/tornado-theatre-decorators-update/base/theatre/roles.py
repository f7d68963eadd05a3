"""Who may do what at the box office."""
import functools
import logging

from tornado.web import HTTPError

log = logging.getLogger(__name__)

ROLES = {"usher": 1, "cashier": 2, "house-manager": 3}


def level(user) -> int:
    return ROLES.get(user.role, 0) if user else 0


def needs(role: str):
    """Decorator of the methods of request handlers."""
    wanted = ROLES[role]

    def wrap(method):
        @functools.wraps(method)
        def inner(self, *args, **kwargs):
            if level(self.current_user) < wanted:
                raise HTTPError(403)
            return method(self, *args, **kwargs)

        return inner

    return wrap
