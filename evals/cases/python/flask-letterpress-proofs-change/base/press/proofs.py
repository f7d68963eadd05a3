from pathlib import Path

from flask import Blueprint, abort, current_app, render_template, request, send_file
from flask_login import current_user, login_required

from .models import Order

bp = Blueprint("proofs", __name__, url_prefix="/orders")


def own_order(number: int) -> Order:
    return Order.query.filter_by(number=number, customer_id=current_user.id).first_or_404()


@bp.get("/<int:number>")
@login_required
def show(number):
    return render_template("order.html", order=own_order(number))


@bp.get("/<int:number>/proof")
@login_required
def proof(number):
    order = own_order(number)
    folder = Path(current_app.config["PROOFS"], str(order.number))
    path = folder / "proof.pdf"
    if not path.exists():
        abort(404, "The proof is not ready yet.")
    return send_file(path, as_attachment=request.args.get("download") == "1")
