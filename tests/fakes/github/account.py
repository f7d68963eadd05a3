"""Who one is, what is left of the hour, what the server is."""

import time

from fakes.github.answers import Answer, Call, RefusedError, Route
from fakes.github.openapi import filled
from fakes.github.people import user


def _user(call: Call) -> Answer:
    if call.token is None:
        raise RefusedError(401, "Requires authentication")
    if not call.token.person:
        raise RefusedError(403, "Resource not accessible by integration")
    shown = {**user(call.login, call.root), "user_view_type": "public"}
    return Answer(filled("public-user", shown))


def _rate(call: Call) -> Answer:
    limit = call.world.limits.requests_an_hour
    rate = {"limit": limit, "used": 0, "remaining": limit, "reset": int(time.time()) + 3600}
    names = ("core", "search", "graphql")
    return Answer({"resources": dict.fromkeys(names, rate), "rate": rate})


def _meta(_: Call) -> Answer:
    return Answer({"verifiable_password_authentication": False})


ROUTES = (
    Route("GET", "/user", _user),
    Route("GET", "/rate_limit", _rate),
    Route("GET", "/meta", _meta),
)
