"""Parts of a multipart form, for handlers that want all of them."""
from .splitter import split



class FormError(ValueError):
    pass


def name_of(headers):
    for piece in headers.get("content-disposition", "").split(";")[1:]:
        key, _, value = piece.strip().partition("=")
        if key == "name":
            return value.strip('"')
    raise FormError("a part has no name")


async def read_parts(stream, boundary):
    """Nothing before us limits the body: the server passes it on as it comes."""
    parts = []
    async for headers, chunks in split(stream, boundary):
        body = bytearray()
        async for chunk in chunks:
            body += chunk
        parts.append((headers, bytes(body)))
    return parts


async def read_form(stream, boundary):
    return {name_of(headers): body for headers, body in await read_parts(stream, boundary)}
