from sanic import Blueprint, Request, raw
from sanic.exceptions import NotFound

from beacon.registry import lights

bp = Blueprint("badges", url_prefix="/badge")

COLOURS = {"lit": "#2e7d32", "dark": "#b71c1c", "fog": "#607d8b"}
CHAR_WIDTH = 7
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img">
<rect width="{left}" height="20" fill="#444"/>
<rect x="{left}" width="{right}" height="20" fill="{colour}"/>
<g fill="#fff" font-family="Verdana,sans-serif" font-size="11">
<text x="5" y="14">{label}</text><text x="{at}" y="14">{state}</text></g></svg>"""


def draw(label: str, state: str) -> str:
    left, right = (CHAR_WIDTH * len(t) + 10 for t in (label, state))
    return SVG.format(
        width=left + right,
        left=left,
        right=right,
        at=left + 5,
        colour=COLOURS[state],
        label=label,
        state=state,
    )


@bp.get("/<slug:slug>.svg")
async def badge(request: Request, slug: str):
    light = await lights.by_slug(slug)
    if light is None:
        raise NotFound("no such light")
    label = request.args.get("label", light.name)[:40]
    svg = draw(label, light.state)
    return raw(
        svg.encode(),
        content_type="image/svg+xml",
        headers={"Cache-Control": "max-age=120"},
    )
