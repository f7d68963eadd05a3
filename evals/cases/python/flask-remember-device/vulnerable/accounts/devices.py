"""Second factor: codes, and devices that may skip it."""
import hashlib
import secrets
from datetime import datetime, timedelta, timezone

from flask import Blueprint, abort, make_response, redirect, request, session, url_for

from accounts.extensions import db, limiter
from accounts.models import TrustedDevice, User

bp = Blueprint("devices", __name__)

COOKIE = "device_token"
LIFETIME = timedelta(days=30)


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def is_trusted(user):
    token = request.cookies.get(COOKIE)
    if not token:
        return False
    device = TrustedDevice.query.filter_by(user_id=user.id, digest=_digest(token)).first()
    return device is not None and device.expires_at > datetime.now(timezone.utc)


def _trust(user, response):
    token = secrets.token_urlsafe(32)
    expires = datetime.now(timezone.utc) + LIFETIME
    db.session.add(TrustedDevice(user_id=user.id, digest=_digest(token), expires_at=expires))
    db.session.commit()
    response.set_cookie(COOKIE, token, expires=expires, path="/")


@bp.post("/second-factor")
@limiter.limit("5/minute")
def second_factor():
    user = User.query.get(session.get("pending_user_id", 0))
    if user is None:
        abort(401)
    if not user.verify_totp(request.form.get("code", "")):
        return redirect(url_for("devices.prompt", failed=1))
    session.clear()
    session["user_id"] = user.id
    response = make_response(redirect(url_for("home.index")))
    if request.form.get("remember") == "on":
        _trust(user, response)
    return response
