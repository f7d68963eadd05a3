from flask import Blueprint, render_template

from members.models import Member

bp = Blueprint("profile", __name__)


@bp.get("/members/<handle>")
def show(handle):
    member = Member.query.filter_by(handle=handle, hidden=False).first_or_404()
    return render_template("profile.html", member=member)


@bp.get("/members")
def index():
    members = Member.query.filter_by(hidden=False).order_by(Member.handle).limit(100)
    return render_template("members.html", members=members)
