import io
import subprocess
from pathlib import Path

from flask import Blueprint, abort, current_app, render_template, request, send_file

from forge.models import Project
from forge.permissions import member_required

snapshots = Blueprint("snapshots", __name__, url_prefix="/projects/<int:project_id>/snapshots")


def _repo_path(project_id):
    project = Project.query.get_or_404(project_id)
    return Path(current_app.config["REPO_ROOT"]) / f"{project.id}.git"


def _branches(repo):
    done = subprocess.run(
        ["git", "for-each-ref", "--format=%(refname:short)", "refs/heads"],
        cwd=repo, capture_output=True, text=True, check=True, timeout=10,
    )
    return done.stdout.split()


@snapshots.get("/")
@member_required
def index(project_id):
    return render_template("snapshots.html", branches=_branches(_repo_path(project_id)))


@snapshots.post("/")
@member_required
def create(project_id):
    repo = _repo_path(project_id)
    branch = request.form.get("branch", "main").strip()
    level = min(max(request.form.get("level", 6, type=int), 1), 9)
    if branch not in _branches(repo):
        abort(400, "choose a branch")
    command = [
        "git", "-c", f"tar.tar.gz.command=gzip -{level}", "archive", "--format=tar.gz", f"refs/heads/{branch}",
    ]
    done = subprocess.run(command, cwd=repo, capture_output=True, timeout=60)
    if done.returncode != 0:
        current_app.logger.warning("snapshot of project %s failed: %s", project_id, done.returncode)
        abort(502)
    return send_file(io.BytesIO(done.stdout), mimetype="application/gzip", download_name="snapshot.tar.gz")
