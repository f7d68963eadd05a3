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
    body = await _raw(request)
    if encoding == "identity":
        return body
    if encoding != "gzip":
        raise HTTPException(415)
    try:
        return zlib.decompress(body, wbits=31)
    except zlib.error:
        raise HTTPException(400) from None
