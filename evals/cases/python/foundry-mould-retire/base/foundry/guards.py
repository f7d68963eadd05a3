from functools import wraps

from quart import abort, g


def needs(role: str):
    """Let only people with the role through; g.person is set for every request of a session."""

    def decorate(view):
        @wraps(view)
        async def guarded(*args, **kwargs):
            person = g.get("person")
            if person is None:
                abort(401)
            if role not in person.roles:
                abort(403)
            return await view(*args, **kwargs)

        return guarded

    return decorate
