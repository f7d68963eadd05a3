"""Parts of a multipart form, for handlers that want all of them."""
from .splitter import split

MAX_PARTS = 200
MAX_BYTES = 4 * 1024 * 1024


class FormError(ValueError):
    pass


class TooLarge(FormError):
    pass


def name_of(headers):
    for piece in headers.get("content-disposition", "").split(";")[1:]:
        key, _, value = piece.strip().partition("=")
        if key == "name":
            return value.strip('"')
    raise FormError("a part has no name")


async def read_parts(stream, boundary):
    """Nothing before us limits the body: the server passes it on as it comes."""
    parts, size = [], 0
    async for headers, body in split(stream, boundary, whole=True):
        size += len(body)
        if len(parts) >= MAX_PARTS or size > MAX_BYTES:
            raise TooLarge("the form is too large")
        parts.append((headers, body))
    return parts


async def read_form(stream, boundary):
    return {name_of(headers): body for headers, body in await read_parts(stream, boundary)}
