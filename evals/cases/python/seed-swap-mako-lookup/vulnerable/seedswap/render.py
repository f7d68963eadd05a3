from pathlib import Path

from mako.lookup import TemplateLookup
from starlette.responses import HTMLResponse

TEMPLATES = Path(__file__).parent / "templates"

_lookup = TemplateLookup(
    directories=[str(TEMPLATES)],
    collection_size=200,
    strict_undefined=True,
)


def page(name: str, status: int = 200, **values) -> HTMLResponse:
    html = _lookup.get_template(name).render(**values)
    return HTMLResponse(html, status_code=status)
