"""Receives what the office scanners send."""
import re
import uuid
from pathlib import Path

from sanic import Blueprint, json
from sanic.exceptions import BadRequest

from inbox.guard import scanner_only

bp = Blueprint("scans", url_prefix="/scans")
INBOX = Path("/srv/inbox")


def is_pdf(body: bytes) -> bool:
    return body[:5] == b"%PDF-"


@bp.post(r"/<device:([a-z]{3}\d{2})>")
@scanner_only
async def receive(request, device: str):
    scan = request.files.get("scan")
    if scan is None or not is_pdf(scan.body):
        raise BadRequest("a PDF is expected")
    folder = INBOX / device
    folder.mkdir(exist_ok=True)
    target = folder / f"{uuid.uuid4()}.pdf"
    target.write_bytes(scan.body)
    return json({"stored": target.name}, status=201)
