"""Partial responses for large attachments."""

import os

from flask import Response, send_file


def send_range(path: str, wanted) -> Response:
    """Return the part of a file that was asked for, or all of it."""
    if wanted is None or len(wanted.ranges) != 1:
        return send_file(path, as_attachment=True)
    size = os.path.getsize(path)
    bounds = wanted.range_for_length(size)
    if bounds is None:
        return Response(status=416)
    start, stop = bounds
    with open(path, "rb") as handle:
        handle.seek(start)
        body = handle.read(stop - start)
    headers = {"Content-Range": f"bytes {start}-{stop - 1}/{size}", "Content-Disposition": "attachment"}
    return Response(body, 206, headers, mimetype="application/octet-stream")
