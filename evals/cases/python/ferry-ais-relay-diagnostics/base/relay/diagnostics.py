import asyncio
import socket

from aiohttp import web

from relay.session import require_operator

routes = web.RouteTableDef()


async def run_tool(*argv: str, timeout: float = 20.0) -> str:
    proc = await asyncio.create_subprocess_exec(
        *argv,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        out, _ = await asyncio.wait_for(proc.communicate(), timeout)
    except asyncio.TimeoutError:
        proc.kill()
        await proc.wait()
        return "timed out"
    return out.decode("utf-8", "replace")


@routes.get("/diagnostics/clock")
@require_operator
async def clock(request: web.Request) -> web.Response:
    return web.Response(text=await run_tool("chronyc", "-n", "tracking"))


@routes.get("/diagnostics/me")
@require_operator
async def me(request: web.Request) -> web.Response:
    return web.json_response({"host": socket.gethostname()})
