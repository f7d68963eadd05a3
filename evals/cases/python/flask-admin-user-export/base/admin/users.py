
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
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
