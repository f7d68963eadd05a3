"""HTTP/1.1 responses on bare asyncio streams, for the controllers that have 8 MB of memory."""
from http import HTTPStatus


async def send(writer, status, headers, body=b""):
    """Values may be lists, as Set-Cookie and Link occur more than once."""
    status = HTTPStatus(status)
    lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
    headers = {"content-length": len(body), "connection": "close", **headers}
    for name, value in headers.items():
        items = value if isinstance(value, (list, tuple)) else [value]
        for item in items:
            lines.append(f"{name.title()}: {item}")
    lines += ["", ""]
    writer.write("\r\n".join(lines).encode("latin-1") + body)
    await writer.drain()
    writer.close()
