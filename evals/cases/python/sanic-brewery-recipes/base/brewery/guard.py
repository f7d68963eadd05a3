from functools import wraps

from sanic.exceptions import Forbidden, Unauthorized


def brewer_only(handler):
    @wraps(handler)
    async def wrapper(request, *args, **kwargs):
        person = await request.app.ctx.people.by_token(request.token)
        if person is None:
            raise Unauthorized("sign in first")
        if person.role != "brewer":
            raise Forbidden("brewers only")
        return await handler(request, *args, **kwargs)

    return wrapper
