"""The sheet music cupboard, on the local network of the band."""
from urllib.parse import parse_qs

from .headers import Headers


async def download(query, store, writer):
    wanted = parse_qs(query)
    headers = Headers()
    sheet = store.find(wanted.get("id", [""])[0])
    if sheet is None:
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        return await writer.drain()
    title = wanted.get("as", [sheet.title])[0].replace('"', "")
    try:
        headers.set("content-type", "application/pdf")
        headers.set("content-disposition", f'attachment; filename="{title}.pdf"')
        headers.set("content-length", len(sheet.pdf))
    except ValueError:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        return await writer.drain()
    writer.write(b"HTTP/1.1 200 OK\r\n" + headers.encode() + sheet.pdf)
    await writer.drain()
