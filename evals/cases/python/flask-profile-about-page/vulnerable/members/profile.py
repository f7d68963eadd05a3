import markdown
from flask import Blueprint, render_template

from members.models import Member

bp = Blueprint("profile", __name__)


@bp.get("/members/<handle>")
def show(handle):
    member = Member.query.filter_by(handle=handle, hidden=False).first_or_404()
    about_html = markdown.markdown(member.about or "", extensions=["sane_lists"])
    return render_template("profile.html", member=member, about_html=about_html)


@bp.get("/members")
def index():
    members = Member.query.filter_by(hidden=False).order_by(Member.handle).limit(100)
    return render_template("members.html", members=members)
