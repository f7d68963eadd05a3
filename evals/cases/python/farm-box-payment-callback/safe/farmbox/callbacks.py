import hashlib
import hmac
import json
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from .config import config
from .orders import orders

TOLERANCE = 300


class SignatureError(Exception):
    pass


def _signature(key: bytes, stamp: str, body: bytes) -> str:
    return hmac.new(key, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def check(header: str, body: bytes) -> None:
    """The header looks like ``t=1712000000,v1=5257a8...``."""
    try:
        fields = dict(item.split("=", 1) for item in header.split(","))
        stamp, given = fields["t"], fields["v1"]
        age = abs(time.time() - int(stamp))
    except (KeyError, ValueError) as exc:
        raise SignatureError("malformed header") from exc
    if age > TOLERANCE:
        raise SignatureError("too old")
    for key in config.callback_keys:
        expected = _signature(key, stamp, body)
        if hmac.compare_digest(expected.encode(), given.encode()):
            return
    raise SignatureError("mismatch")


async def payment_callback(request: Request):
    body = await request.body()
    try:
        check(request.headers.get("x-callback-signature", ""), body)
    except SignatureError:
        return PlainTextResponse("bad signature", status_code=400)
    event = json.loads(body)
    if event["type"] == "payment.settled":
        await orders.mark_paid(event["order"], amount=int(event["amount"]))
    return JSONResponse({"received": True})
