from flask import Blueprint, render_template, request
from flask_login import login_required
from sqlalchemy import column, select, table

from roster.criteria import Criteria
from roster.extensions import db

bp = Blueprint("roster", __name__)
SINGER = table("singer", column("id"), column("name"), column("voice"), column("joined_year"))


@bp.route("/roster")
@login_required
def index():
    criteria = Criteria().active().joined_since(request.args.get("since", type=int))
    statement = select(SINGER).where(criteria.clause()).order_by(SINGER.c.name)
    rows = db.session.execute(statement, criteria.values).all()
    return render_template("roster/index.html", rows=rows)
