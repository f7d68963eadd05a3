"""Telemetry of amateur balloons, sent by anybody with a receiver."""
import json
import zlib

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from balloons.store import save_frames

MAX_BODY = 256 * 1024
MAX_INFLATED = 4 * 1024 * 1024
MAX_MEMBERS = 120


class TooLarge(Exception):
    pass


async def _body(request: Request) -> bytes:
    chunks = bytearray()
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > MAX_BODY:
            raise TooLarge
    return bytes(chunks)


def _inflate(raw: bytes) -> bytes:
    # receivers append one gzip member per minute
    content = bytearray()
    for _ in range(MAX_MEMBERS):
        inflater = zlib.decompressobj(wbits=31)
        content += inflater.decompress(raw, MAX_INFLATED + 1 - len(content))
        if len(content) > MAX_INFLATED or inflater.unconsumed_tail:
            raise TooLarge
        if not inflater.eof:
            raise zlib.error("truncated")
        raw = inflater.unused_data
        if not raw:
            return bytes(content)
    raise TooLarge


async def intake(request: Request) -> JSONResponse:
    try:
        raw = await _body(request)
        payload = raw
        if request.headers.get("content-encoding") == "gzip":
            payload = _inflate(raw)
        frames = json.loads(payload)
    except TooLarge:
        return JSONResponse({"error": "too large"}, status_code=413)
    except (ValueError, zlib.error):
        return JSONResponse({"error": "not telemetry"}, status_code=400)
    if not isinstance(frames, list) or len(frames) > 5_000:
        return JSONResponse({"error": "a list of frames expected"}, status_code=400)
    return JSONResponse({"saved": await save_frames(frames)}, status_code=202)


routes = [Route("/telemetry", intake, methods=["POST"])]
