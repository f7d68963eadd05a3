"""Request bodies of the gateways, never more than LIMIT bytes."""
import zlib

from starlette.exceptions import HTTPException
from starlette.requests import Request

LIMIT = 512 * 1024


async def _raw(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LIMIT:
            raise HTTPException(413)
    return bytes(body)


async def collect(request: Request) -> bytes:
    encoding = request.headers.get("content-encoding", "identity")
    if encoding != "identity":
        raise HTTPException(415)
    return await _raw(request)
