from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_login import current_user, login_required

from .jobs import job_or_404
from .spooler import Spooler, SpoolerError

bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.post("/<int:job_id>/hold")
@login_required
def hold(job_id):
    job = job_or_404(job_id)
    if job.owner_id != current_user.id and not current_user.is_staff:
        abort(403)
    reason = request.form.get("reason", "").strip()[:80] or "no reason given"
    try:
        with Spooler() as spooler:
            spooler.hold(job.spool_id, reason)
    except SpoolerError:
        flash("The printer did not answer.", "error")
    return redirect(url_for("jobs.show", job_id=job.id))


@bp.post("/<int:job_id>/release")
@login_required
def release(job_id):
    job = job_or_404(job_id)
    if job.owner_id != current_user.id and not current_user.is_staff:
        abort(403)
    with Spooler() as spooler:
        spooler.release(job.spool_id)
    return redirect(url_for("jobs.show", job_id=job.id))
