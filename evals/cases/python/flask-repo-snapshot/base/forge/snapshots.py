import io
import subprocess
from pathlib import Path

from flask import Blueprint, current_app, render_template, send_file

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


@snapshots.get("/latest.zip")
@member_required
def latest(project_id):
    done = subprocess.run(
        ["git", "archive", "--format=zip", "HEAD"],
        cwd=_repo_path(project_id), capture_output=True, check=True, timeout=60,
    )
    return send_file(io.BytesIO(done.stdout), mimetype="application/zip", download_name="latest.zip")
