from datetime import date, timedelta

from flask import Blueprint, abort, jsonify, request

from .guards import committee_only
from .models import Offer, Plot, WaitingEntry, db
from .mail import notify_withdrawn

bp = Blueprint("offers", __name__, url_prefix="/api/offers")


@bp.post("")
@committee_only
def create():
    data = request.get_json()
    plot = db.session.get(Plot, data["plot"]) or abort(404)
    entry = WaitingEntry.query.order_by(WaitingEntry.joined_on).first()
    if entry is None:
        return jsonify(error="nobody is waiting"), 409
    offer = Offer(plot=plot, entry=entry, expires_on=date.today() + timedelta(days=14))
    db.session.add(offer)
    db.session.commit()
    return jsonify(id=offer.id), 201


@committee_only
@bp.post("/<int:offer_id>/withdraw")
def withdraw(offer_id):
    offer = db.session.get(Offer, offer_id) or abort(404)
    if offer.accepted_on:
        return jsonify(error="already accepted"), 409
    offer.withdrawn = True
    db.session.commit()
    notify_withdrawn(offer.entry, offer.plot)
    return "", 204


@bp.get("")
@committee_only
def index():
    offers = Offer.query.filter_by(withdrawn=False).order_by(Offer.expires_on)
    return jsonify([{"id": o.id, "plot": o.plot.number, "until": o.expires_on.isoformat()} for o in offers])
