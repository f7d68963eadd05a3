"""Course notes: written by the studios in Markdown, shown to everyone who books."""
import re

import markdown
import nh3
from markupsafe import Markup

EXTENSIONS = ["tables", "sane_lists"]
VIDEO = re.compile(r"^!video\(([\w-]{6,16})\)$", re.M)
PLAYER = '<iframe class="player" src="https://video.example.org/embed/{}"></iframe>'


def reading_time(source: str) -> int:
    return max(1, len(re.findall(r"\w+", source)) // 200)


def render(source: str) -> Markup:
    videos = VIDEO.findall(source)
    html = markdown.markdown(VIDEO.sub("", source), extensions=EXTENSIONS)
    return Markup(nh3.clean(html) + "".join(PLAYER.format(v) for v in videos))


def excerpt(source: str, length: int = 160) -> str:
    first = source.strip().split("\n\n", 1)[0]
    return first if len(first) <= length else first[: length - 1].rstrip() + "…"
