from flask import Blueprint, send_from_directory, current_app
from flask_login import current_user, login_required

from .cards import postcard
from .models import Find

bp = Blueprint("finds", __name__)


def mine(find_id):
    return Find.query.filter_by(id=find_id, forager_id=current_user.id).first_or_404()


@bp.get("/finds/<int:find_id>/photo")
@login_required
def photo(find_id):
    find = mine(find_id)
    return send_from_directory(current_app.config["PHOTOS"], f"{find.id}.jpg")


@bp.get("/finds/<int:find_id>/card")
@login_required
def card(find_id):
    return postcard(mine(find_id))
