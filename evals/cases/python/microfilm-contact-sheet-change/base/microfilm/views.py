import tempfile
from pathlib import Path

from flask import Blueprint, abort, request, send_file
from flask_login import login_required

from microfilm.models import Film
from microfilm.sheets import SheetError, make_sheet

bp = Blueprint("microfilm", __name__)


@bp.post("/films/<int:film_id>/sheet")
@login_required
def sheet(film_id):
    film = Film.query.get_or_404(film_id)
    pattern = request.form.get("frames", "*.tif")
    with tempfile.TemporaryDirectory() as folder:
        try:
            path = make_sheet(film, pattern, Path(folder, "sheet.png"))
        except SheetError:
            abort(422)
        return send_file(path.open("rb"), mimetype="image/png", download_name=f"film-{film.id}.png")
