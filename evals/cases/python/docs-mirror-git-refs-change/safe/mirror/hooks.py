from flask import Blueprint, abort, current_app, request

from mirror.git import Checkout, GitError
from mirror.projects import project_of_token

bp = Blueprint("hooks", __name__)


@bp.post("/hooks/build")
def build():
    project = project_of_token(request.headers.get("X-Build-Token", ""))
    if project is None:
        abort(403)
    ref = request.form.get("ref", "main")
    try:
        Checkout(project.path).update(ref)
    except (GitError, ValueError):
        abort(422)
    current_app.builds.enqueue(project.id)
    return "", 202
