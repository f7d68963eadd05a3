from quart import Blueprint, current_app, jsonify
from quart_auth import login_required

bp = Blueprint("console", __name__, url_prefix="/console")


@bp.get("/stations")
@login_required
async def stations():
    return jsonify(sorted(current_app.config["STATIONS"]))
