from flask import Blueprint, abort, jsonify, request
from flask_login import current_user, login_required
from sqlalchemy import select

from .models import Booking, db

bp = Blueprint("bookings", __name__, url_prefix="/api/bookings")


def own_booking(booking_id):
    booking = db.session.scalar(
        select(Booking).where(Booking.id == booking_id, Booking.customer_id == current_user.id)
    )
    if booking is None:
        abort(404)
    return booking


@bp.get("/<int:booking_id>")
@login_required
def show(booking_id):
    return jsonify(own_booking(booking_id).as_dict())


@bp.patch("/<int:booking_id>")
@login_required
def change(booking_id):
    booking = own_booking(booking_id)
    payload = request.get_json()
    if not isinstance(payload, dict):
        abort(400)
    for key, value in payload.items():
        if hasattr(booking, key):
            setattr(booking, key, value)
    db.session.commit()
    return jsonify(booking.as_dict())
