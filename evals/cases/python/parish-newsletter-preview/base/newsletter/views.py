from flask import Blueprint, abort
from flask_login import current_user, login_required

from newsletter.models import Issue
from newsletter.render import plain_subject

bp = Blueprint("newsletter", __name__, url_prefix="/newsletter")


def own_issue_or_404(issue_id):
    issue = Issue.query.get_or_404(issue_id)
    if issue.parish_id not in current_user.edits_parishes:
        abort(404)
    return issue


@bp.get("/<int:issue_id>/subject")
@login_required
def subject(issue_id):
    return {"subject": plain_subject(own_issue_or_404(issue_id))}
