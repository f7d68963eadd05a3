from flask import Blueprint, jsonify
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
