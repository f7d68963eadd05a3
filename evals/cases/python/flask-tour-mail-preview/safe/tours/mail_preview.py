"""Organisers write their own booking confirmation."""
from string import Template

from flask import Blueprint, abort, jsonify, render_template, request
from flask_login import current_user, login_required

from tours.models import Tour

bp = Blueprint("mail_preview", __name__, url_prefix="/tours")

SAMPLE = {"guest": "Ada Example", "seats": 2, "meeting_point": "Old Town Hall"}


def own_tour(tour_id):
    tour = Tour.query.filter_by(id=tour_id, organiser_id=current_user.id).first()
    if tour is None:
        abort(404)
    return tour


@bp.get("/<int:tour_id>/mail")
@login_required
def edit(tour_id):
    return render_template("tours/mail.html", tour=own_tour(tour_id))


@bp.post("/<int:tour_id>/mail/preview")
@login_required
def preview(tour_id):
    tour = own_tour(tour_id)
    draft = request.get_json().get("body", "")[:5000]
    fields = {**SAMPLE, "tour": tour.title}
    return jsonify(text=Template(draft).safe_substitute(fields))
