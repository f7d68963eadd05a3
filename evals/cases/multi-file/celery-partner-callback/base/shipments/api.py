from flask import Blueprint, abort, jsonify, request

from shipments.auth import current_client, requires_client
from shipments.models import Shipment, db
from shipments.tasks import notify_partner

bp = Blueprint("shipments", __name__, url_prefix="/api/shipments")


def _own_shipment(reference: str) -> Shipment:
    shipment = Shipment.query.filter_by(
        reference=reference, client_id=current_client().id
    ).first()
    if shipment is None:
        abort(404)
    return shipment


@bp.get("/<reference>")
@requires_client
def show(reference: str):
    return jsonify(_own_shipment(reference).as_dict())


@bp.post("/<reference>/status")
@requires_client
def update_status(reference: str):
    shipment = _own_shipment(reference)
    body = request.get_json()
    status = body.get("status")
    if status not in Shipment.STATUSES:
        abort(422)
    shipment.status = status
    db.session.commit()
    notify_partner.delay(shipment.reference, shipment.status)
    return jsonify(shipment.as_dict())
