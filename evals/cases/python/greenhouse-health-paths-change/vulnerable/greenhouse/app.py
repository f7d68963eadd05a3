from aiohttp import web

from greenhouse import climate, notes, water
from greenhouse.login import login
from greenhouse.middleware import sessions


async def health(_request):
    return web.Response(text="ok")


def make_app() -> web.Application:
    app = web.Application(middlewares=[sessions])
    app.add_routes(
        [
            web.get("/health", health),
            web.get("/ready", health),
            web.get("/climate/health", climate.health),
            web.get("/climate/ready", climate.ready),
            web.get("/water/health", water.health),
            web.get("/water/ready", water.ready),
            web.post("/login", login),
            web.get("/climate/readings", climate.readings),
            web.put("/water/valves/{valve}", water.set_valve),
            # names of notes are up to the growers
            web.get("/notes/{name}", notes.show),
            web.put("/notes/{name}", notes.write),
            web.delete("/notes/{name}", notes.delete),
        ]
    )
    return app
