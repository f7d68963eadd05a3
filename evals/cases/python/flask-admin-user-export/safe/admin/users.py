import csv
import io

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_login import login_required

from admin.decorators import role_required
from admin.models import AuditLog, User, db

bp = Blueprint("admin_users", __name__, url_prefix="/admin/users")


@bp.get("/")
@login_required
@role_required("admin")
def list_users():
    page = User.query.order_by(User.email).paginate(per_page=50, max_per_page=50)
    return render_template("admin/users.html", page=page)


@bp.post("/<int:user_id>/suspend")
@login_required
@role_required("admin")
def suspend(user_id):
    user = db.session.get(User, user_id) or abort(404)
    user.active = False
    AuditLog.record("suspend", user)
    db.session.commit()
    flash(f"{user.email} is suspended.")
    return redirect(url_for(".list_users"))


@bp.post("/<int:user_id>/role")
@login_required
@role_required("admin")
def change_role(user_id):
    user = db.session.get(User, user_id) or abort(404)
    role = request.form.get("role")
    if role not in ("member", "editor", "admin"):
        abort(422)
    user.role = role
    AuditLog.record("role", user)
    db.session.commit()
    return redirect(url_for(".list_users"))


EXPORT_FIELDS = ("id", "email", "display_name", "role", "last_login_at")


def _plain(value):
    """Text that a spreadsheet will not take for a formula."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@bp.get("/export.csv")
@login_required
@role_required("admin")
def export_users():
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(EXPORT_FIELDS)
    for user in User.query.order_by(User.id):
        writer.writerow([_plain(getattr(user, field)) for field in EXPORT_FIELDS])
    return Response(
        buffer.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=users.csv"},
    )
