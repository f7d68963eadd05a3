import asyncio

from quart import Blueprint, current_app, jsonify, request
from quart_auth import login_required

bp = Blueprint("console", __name__, url_prefix="/console")


@bp.get("/stations")
@login_required
async def stations():
    return jsonify(sorted(current_app.config["STATIONS"]))


async def ask(host):
    process = await asyncio.create_subprocess_exec(
        "ssh", "-T", "-oBatchMode=yes", host, "uptime",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        out, _ = await asyncio.wait_for(process.communicate(), 15)
    except TimeoutError:
        process.kill()
        return None
    return out.decode(errors="replace").strip() if process.returncode == 0 else None


@bp.post("/uptime")
@login_required
async def uptime():
    body = await request.get_json()
    host = body["host"]
    if not host:
        return jsonify(error="which station?"), 400
    answer = await ask(host)
    if answer is None:
        return jsonify(error="no answer"), 504
    return jsonify(host=host, uptime=answer)
