"""Course notes: written by the studios in Markdown, shown to everyone who books."""
import re

import markdown
import nh3
from markupsafe import Markup

EXTENSIONS = ["tables", "sane_lists"]


def reading_time(source: str) -> int:
    return max(1, len(re.findall(r"\w+", source)) // 200)


def render(source: str) -> Markup:
    html = markdown.markdown(source, extensions=EXTENSIONS)
    return Markup(nh3.clean(html))


def excerpt(source: str, length: int = 160) -> str:
    first = source.strip().split("\n\n", 1)[0]
    return first if len(first) <= length else first[: length - 1].rstrip() + "…"
