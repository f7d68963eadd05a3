import hashlib
import secrets
from datetime import datetime, timedelta, timezone
from urllib.parse import urljoin

from flask import Blueprint, current_app, redirect, render_template, request, url_for

from helpdesk.accounts.mails import send_reset_mail
from helpdesk.accounts.passwords import PasswordRejected, set_password
from helpdesk.extensions import db, limiter
from helpdesk.models import ResetToken, User

bp = Blueprint("accounts", __name__)

LIFETIME = timedelta(minutes=45)


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _find(token):
    """The unexpired row of a token, or None."""
    return ResetToken.query.filter(
        ResetToken.digest == _digest(token),
        ResetToken.expires_at > datetime.now(timezone.utc),
    ).one_or_none()


@bp.post("/reset")
@limiter.limit("5 per hour")
def request_reset():
    email = request.form.get("email", "").strip().lower()
    user = User.query.filter_by(email=email, active=True).one_or_none()
    if user is not None:
        token = secrets.token_urlsafe(32)
        db.session.add(
            ResetToken(user_id=user.id, digest=_digest(token), expires_at=datetime.now(timezone.utc) + LIFETIME)
        )
        db.session.commit()
        # stay on the customer's domain, which we verified when the tenant was set up
        base = f"https://{user.tenant.domain}/" if user.tenant.domain else current_app.config["BASE_URL"]
        link = urljoin(base, url_for("accounts.reset_form", token=token))
        send_reset_mail(user.email, link, brand=user.tenant.name)
    return render_template("accounts/reset_sent.html")


@bp.get("/reset/<token>")
def reset_form(token):
    return render_template("accounts/reset.html", valid=_find(token) is not None)


@bp.post("/reset/<token>")
@limiter.limit("20 per hour")
def reset(token):
    row = _find(token)
    if row is None:
        return render_template("accounts/reset.html", valid=False), 410
    try:
        set_password(row.user, request.form.get("password", ""))
    except PasswordRejected as error:
        return render_template("accounts/reset.html", valid=True, error=str(error)), 422
    ResetToken.query.filter_by(user_id=row.user_id).delete()
    db.session.commit()
    return redirect(url_for("sessions.login"))
