"""Sales of the shop arrive as webhooks of the till."""
import hashlib
import hmac
import time

from flask import Blueprint, abort, current_app, request

from press.sales import record_sale

bp = Blueprint("tills", __name__)
TOLERANCE = 300


def is_signed(secret, stamp, body, given):
    """The header holds one signature per key while the till changes its key: "ab12...,9f00..." """
    message = stamp.encode() + b"." + body
    expected = hmac.new(secret, message, hashlib.sha256).hexdigest()
    return any(hmac.compare_digest(expected.encode(), part.encode()) for part in given.split(","))


@bp.post("/hooks/till")
def sale():
    stamp = request.headers.get("X-Till-Time", "")
    given = request.headers.get("X-Till-Signature", "")
    if not stamp.isdecimal() or abs(time.time() - int(stamp)) > TOLERANCE:
        abort(400)
    if not is_signed(current_app.config["TILL_SECRET"], stamp, request.get_data(), given):
        abort(403)
    record_sale(request.get_json())
    return "", 204
