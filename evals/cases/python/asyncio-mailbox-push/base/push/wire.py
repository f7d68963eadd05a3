"""A very small HTTP/1.1 writer for the push gateway on the local socket."""
import asyncio


def head(path: str, headers: dict[str, str], size: int) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "Host: gateway"]
    for name, value in headers.items():
        lines.append(f"{name}: {value}")
    lines.append(f"Content-Length: {size}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


async def post(socket_path: str, path: str, headers: dict[str, str], body: bytes) -> int:
    reader, writer = await asyncio.open_unix_connection(socket_path)
    try:
        writer.write(head(path, headers, len(body)) + body)
        await writer.drain()
        status = (await reader.readline()).split(b" ")[1]
        return int(status)
    finally:
        writer.close()
