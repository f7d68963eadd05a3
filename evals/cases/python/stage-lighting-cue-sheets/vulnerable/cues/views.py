from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_login import current_user, login_required

from .sheet import SheetError, read_sheet
from .shows import show_of

bp = Blueprint("cues", __name__)


@bp.route("/shows/<int:show_id>/cues", methods=["GET", "POST"])
@login_required
def cues(show_id):
    show = show_of(current_user, show_id)  # aborts with 404
    if request.method == "POST":
        upload = request.files.get("sheet")
        if upload is None:
            flash("Choose a file first.")
            return redirect(request.path)
        try:
            show.replace_cues(read_sheet(upload.stream))
        except SheetError as exc:
            flash(str(exc))
        else:
            current_app.logger.info("show %d: new cue sheet", show_id)
        return redirect(url_for("cues.cues", show_id=show_id))
    return render_template("cues.html", show=show)
