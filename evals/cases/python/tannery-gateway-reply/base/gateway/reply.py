"""HTTP/1.1 responses on bare asyncio streams, for the controllers that have 8 MB of memory."""
from http import HTTPStatus


class BadHeader(ValueError):
    pass


def _clean(value):
    text = str(value)
    if "\r" in text or "\n" in text or "\0" in text:
        raise BadHeader("line break in a header")
    return text


async def send(writer, status, headers, body=b""):
    status = HTTPStatus(status)
    lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
    headers = {"content-length": len(body), "connection": "close", **headers}
    for name, value in headers.items():
        lines.append(f"{name.title()}: {_clean(value)}")
    lines += ["", ""]
    writer.write("\r\n".join(lines).encode("latin-1") + body)
    await writer.drain()
    writer.close()
