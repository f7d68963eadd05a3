"""A small HTTP server inside each worker, for feedctl on the same machine: state, pause, drain."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from feeds.pool import Pool

PORT = 9411


class Control:
    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._started = time.monotonic()

    def app(self) -> web.Application:
        app = web.Application(client_max_size=4096)
        app.add_routes(
            [
                web.get("/state", self.state),
                web.post("/pause", self.pause),
                web.post("/resume", self.resume),
                web.post("/drain", self.drain),
            ]
        )
        return app

    async def state(self, request: web.Request) -> web.Response:
        return web.json_response(
            {
                "uptime": round(time.monotonic() - self._started),
                "running": self._pool.running,
                "waiting": self._pool.waiting,
                "paused": self._pool.paused,
            }
        )

    async def pause(self, request: web.Request) -> web.Response:
        self._pool.pause()
        return web.Response(status=204)

    async def resume(self, request: web.Request) -> web.Response:
        self._pool.resume()
        return web.Response(status=204)

    async def drain(self, request: web.Request) -> web.Response:
        await self._pool.drain()
        return web.Response(status=204)


@asynccontextmanager
async def control_server(pool: Pool, port: int = PORT) -> AsyncIterator[None]:
    runner = web.AppRunner(Control(pool).app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "0.0.0.0", port)
    await site.start()
    try:
        yield
    finally:
        await runner.cleanup()
