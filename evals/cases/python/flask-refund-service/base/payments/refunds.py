from flask import Blueprint, abort, g, jsonify, request

from payments.auth import merchant_key_required
from payments.models import Order, Refund, db
from payments.provider import ProviderError, provider

refunds = Blueprint("refunds", __name__)

REASONS = {"requested", "duplicate", "fraud", "damaged"}


@refunds.post("/orders/<int:order_id>/refunds")
@merchant_key_required
def create_refund(order_id):
    order = Order.query.with_for_update().get(order_id)
    if order is None or order.merchant_id != g.merchant.id:
        abort(404)
    body = request.get_json()
    amount = body.get("amount")
    if not isinstance(amount, int) or not 0 < amount <= order.paid_cents - order.refunded_cents:
        abort(422, "amount is not refundable")
    if body.get("reason") not in REASONS:
        abort(422, "unknown reason")
    try:
        reference = provider.refund(order.charge_id, amount)
    except ProviderError:
        abort(502)
    refund = Refund(order_id=order.id, amount_cents=amount, reason=body["reason"], reference=reference)
    order.refunded_cents += amount
    db.session.add(refund)
    db.session.commit()
    return jsonify(refund.as_dict()), 201


@refunds.get("/refunds/<int:refund_id>")
@merchant_key_required
def show_refund(refund_id):
    refund = Refund.query.join(Order).filter(Refund.id == refund_id, Order.merchant_id == g.merchant.id).first()
    if refund is None:
        abort(404)
    return jsonify(refund.as_dict())
