from string import Template

from flask import Blueprint, abort, g, jsonify, request

from notify.auth import editor_required
from notify.models import MessageTemplate, db

bp = Blueprint("message_templates", __name__, url_prefix="/api/message-templates")

MAX_LENGTH = 4000
SAMPLE = {
    "first_name": "Ada",
    "order_number": "A-10293",
    "delivery_date": "12 March",
    "shop_name": "Corner Shop",
}


def _body():
    body = (request.get_json(silent=True) or {}).get("body")
    if not isinstance(body, str) or not 0 < len(body) <= MAX_LENGTH:
        abort(422, "body must be a text of at most 4000 characters")
    return body


def _own_template(template_id):
    return MessageTemplate.query.filter_by(id=template_id, tenant_id=g.tenant.id).first_or_404()


@bp.get("/<int:template_id>")
@editor_required
def show(template_id):
    return jsonify(_own_template(template_id).as_dict())


@bp.put("/<int:template_id>")
@editor_required
def update(template_id):
    template = _own_template(template_id)
    template.body = _body()
    db.session.commit()
    return jsonify(template.as_dict())


@bp.post("/preview")
@editor_required
def preview():
    """The message as a customer with sample data would get it."""
    body = _body()
    text = Template(body).safe_substitute(SAMPLE)
    return jsonify(text=text, characters=len(text), parts=-(-len(text) // 160))
