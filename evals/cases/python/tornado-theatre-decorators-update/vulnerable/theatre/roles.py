"""Who may do what at the box office."""
import functools
import logging


log = logging.getLogger(__name__)

ROLES = {"usher": 1, "cashier": 2, "house-manager": 3}


def level(user) -> int:
    return ROLES.get(user.role, 0) if user else 0


def needs(role: str):
    """Decorator of the methods of request handlers."""
    wanted = ROLES[role]

    def wrap(method):
        @functools.wraps(method)
        async def inner(self, *args, **kwargs):
            if level(self.current_user) < wanted:
                log.warning("%s refused", self.request.path)
                self.set_status(403)
                self.finish({"error": f"needs the role {role}"})
            return await method(self, *args, **kwargs)

        return inner

    return wrap
