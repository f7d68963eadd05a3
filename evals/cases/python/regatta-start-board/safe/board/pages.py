import json

from quart import Blueprint, Response, current_app

from board.layout import page

bp = Blueprint("pages", __name__)

SCRIPT_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


async def start_list(heat_id: int) -> list[dict]:
    rows = await current_app.db.fetch_all(
        "SELECT bib, boat_name, skipper, start_at FROM entry WHERE heat_id = :heat ORDER BY bib",
        {"heat": heat_id},
    )
    return [dict(row) for row in rows]


@bp.get("/heats/<int:heat_id>.json")
async def heat_json(heat_id: int):
    return Response(json.dumps(await start_list(heat_id), default=str), content_type="application/json")


@bp.get("/heats/<int:heat_id>")
async def heat(heat_id: int):
    """The public board; it polls the JSON above every ten seconds."""
    # the first list comes with the page, so that the board is never empty
    payload = json.dumps(await start_list(heat_id), default=str).translate(SCRIPT_ESCAPES)
    return Response(
        page(
            title=f"Heat {heat_id}",
            body=f'<main data-heat="{heat_id}"></main>'
            f"<script id=\"start-list\" type=\"application/json\">{payload}</script>",
            scripts=["board.js"],
        ),
        content_type="text/html; charset=utf-8",
    )
