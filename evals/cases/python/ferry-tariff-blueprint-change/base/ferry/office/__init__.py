"""Pages of the harbour office."""
from flask import Blueprint, abort, g

office = Blueprint("office", __name__, url_prefix="/office")


def harbour_master_only():
    if g.get("user") is None:
        abort(401)
    if "harbour_master" not in g.user.roles:
        abort(403)


office.before_request(harbour_master_only)

from ferry.office import berths, tariffs  # noqa: E402,F401
