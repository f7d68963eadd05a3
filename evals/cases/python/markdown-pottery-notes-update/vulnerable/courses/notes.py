"""Course notes: written by the studios in Markdown, shown to everyone who books."""
import re

import markdown
from markupsafe import Markup

EXTENSIONS = ["tables", "sane_lists"]
VIDEO = re.compile(r"^!video\(([\w-]{6,16})\)$", re.M)
PLAYER = '<iframe class="player" src="https://video.example.org/embed/{}"></iframe>'


def reading_time(source: str) -> int:
    return max(1, len(re.findall(r"\w+", source)) // 200)


def render(source: str) -> Markup:
    source = VIDEO.sub(lambda m: PLAYER.format(m[1]), source)
    html = markdown.markdown(source, extensions=EXTENSIONS)
    return Markup(html)


def excerpt(source: str, length: int = 160) -> str:
    first = source.strip().split("\n\n", 1)[0]
    return first if len(first) <= length else first[: length - 1].rstrip() + "…"
