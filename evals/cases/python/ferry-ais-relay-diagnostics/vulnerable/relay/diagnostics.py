import asyncio
import socket

from aiohttp import web

from relay.session import require_operator

routes = web.RouteTableDef()


async def run_tool(line: str, timeout: float = 20.0) -> str:
    proc = await asyncio.create_subprocess_shell(
        line,
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
    # offset in seconds is all the dashboard shows
    return web.Response(text=await run_tool("chronyc -n tracking | grep '^System time'"))


@routes.get("/diagnostics/me")
@require_operator
async def me(request: web.Request) -> web.Response:
    return web.json_response({"host": socket.gethostname()})


@routes.post("/diagnostics/trace")
@require_operator
async def trace(request: web.Request) -> web.Response:
    form = await request.post()
    receiver = str(form.get("receiver", "")).strip()
    if not receiver:
        raise web.HTTPBadRequest(text="receiver is missing")
    report = await run_tool(f"tracepath -n -m 15 {receiver}", timeout=45)
    return web.Response(text=report)
