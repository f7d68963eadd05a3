"""Entry points for the scheduler. The blueprint is exempt from CSRF checks in create_app()."""

import logging

from flask import Blueprint, abort, jsonify
from flask.views import MethodView

from membership import renewals
from membership.security import scheduler_only

log = logging.getLogger(__name__)
bp = Blueprint("jobs", __name__, url_prefix="/jobs")


JOBS = {
    "expire-memberships": renewals.expire_overdue,
    "purge-former-members": renewals.purge_former,
}


class JobView(MethodView):
    init_every_request = False
    decorators = [scheduler_only]

    def post(self, name: str):
        job = JOBS.get(name)
        if job is None:
            abort(404)
        count = job()
        log.info("job %s: %d rows", job.__name__, count)
        return jsonify(done=count)


bp.add_url_rule("/<name>", view_func=JobView.as_view("run"))
