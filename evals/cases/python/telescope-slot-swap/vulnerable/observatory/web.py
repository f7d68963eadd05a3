from datetime import date

from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from observatory.bookings import BookingService, NotBookable

bp = Blueprint("bookings", __name__, url_prefix="/bookings")


@bp.errorhandler(NotBookable)
def not_bookable(problem):
    return jsonify(error=str(problem)), 409


@bp.before_request
@login_required
def signed_in():
    """Everything here needs an account."""


@bp.delete("/<int:booking_id>")
def cancel(booking_id):
    BookingService(current_user.team_id).cancel(booking_id)
    return "", 204


@bp.patch("/<int:booking_id>")
def move(booking_id):
    try:
        night = date.fromisoformat(request.get_json()["night"])
    except (KeyError, TypeError, ValueError):
        return jsonify(error="night expected"), 400
    booking = BookingService(current_user.team_id).move(booking_id, night)
    return jsonify(id=booking.id, night=booking.night.isoformat())
