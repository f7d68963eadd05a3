"""Entry points for the scheduler. The blueprint is exempt from CSRF checks in create_app()."""

import logging

from flask import Blueprint, jsonify

from membership import renewals
from membership.security import scheduler_only

log = logging.getLogger(__name__)
bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.post("/expire-memberships")
@scheduler_only
def expire_memberships():
    count = renewals.expire_overdue()
    log.info("expired %d memberships", count)
    return jsonify(done=count)
