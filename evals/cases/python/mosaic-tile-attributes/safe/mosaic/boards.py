from flask import Blueprint, render_template

from mosaic.markup import element, join
from mosaic.models import Board

bp = Blueprint("boards", __name__)


def tile(spec):
    """One tile of a layout; layouts are JSON that the board's owner sends."""
    text = spec.get("text", "")
    return element("section", element("p", text), spec.get("attributes"))


@bp.get("/boards/<uuid:board_id>")
def show(board_id):
    board = Board.query.filter_by(id=board_id, published=True).first_or_404()
    return render_template("board.html", board=board, tiles=join(tile(spec) for spec in board.layout))
