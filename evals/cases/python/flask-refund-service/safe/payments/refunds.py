from flask import Blueprint, abort, g, jsonify, request

from payments.auth import merchant_key_required
from payments.models import Order, Refund, db
from payments.provider import ProviderError, provider

refunds = Blueprint("refunds", __name__)

REASONS = {"requested", "duplicate", "fraud", "damaged"}


class NotRefundable(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class RefundService:
    """Refunds through the payment provider, whoever asks: the API, the back office or a job."""

    def __init__(self, gateway):
        self._gateway = gateway

    def refund(self, order, amount, reason):
        if not isinstance(amount, int) or not 0 < amount <= order.paid_cents - order.refunded_cents:
            raise NotRefundable(422, "amount is not refundable")
        if reason not in REASONS:
            raise NotRefundable(422, "unknown reason")
        try:
            reference = self._gateway.refund(order.charge_id, amount)
        except ProviderError as problem:
            raise NotRefundable(502, "the provider does not answer") from problem
        refund = Refund(order_id=order.id, amount_cents=amount, reason=reason, reference=reference)
        order.refunded_cents += amount
        db.session.add(refund)
        db.session.commit()
        return refund


service = RefundService(provider)


@refunds.post("/orders/<int:order_id>/refunds")
@merchant_key_required
def create_refund(order_id):
    order = Order.query.filter_by(id=order_id, merchant_id=g.merchant.id).with_for_update().first()
    if order is None:
        abort(404)
    body = request.get_json()
    try:
        refund = service.refund(order, body.get("amount"), body.get("reason"))
    except NotRefundable as problem:
        abort(problem.status, str(problem))
    return jsonify(refund.as_dict()), 201


@refunds.get("/refunds/<int:refund_id>")
@merchant_key_required
def show_refund(refund_id):
    refund = Refund.query.join(Order).filter(Refund.id == refund_id, Order.merchant_id == g.merchant.id).first()
    if refund is None:
        abort(404)
    return jsonify(refund.as_dict())
