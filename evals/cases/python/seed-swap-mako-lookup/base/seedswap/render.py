from pathlib import Path

from mako.template import Template
from starlette.responses import HTMLResponse

TEMPLATES = Path(__file__).parent / "templates"
_cache: dict[str, Template] = {}


def _load(name: str) -> Template:
    if name not in _cache:
        _cache[name] = Template(
            filename=str(TEMPLATES / name),
            default_filters=["str", "h"],
            strict_undefined=True,
        )
    return _cache[name]


def page(name: str, status: int = 200, **values) -> HTMLResponse:
    html = _load(name).render(**values)
    return HTMLResponse(html, status_code=status)
