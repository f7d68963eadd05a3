"""The small markup of club notes: *bold*, _italic_, - lists and [text](address)."""
import re
from html import escape

LINK = re.compile(r"\[([^\]\n]{1,200})\]\(([^)\s]{1,500})\)")
BOLD = re.compile(r"\*([^*\n]+)\*")
ITALIC = re.compile(r"_([^_\n]+)_")


def _styled(text):
    text = BOLD.sub(r"<strong>\1</strong>", escape(text))
    return ITALIC.sub(r"<em>\1</em>", text)


def _anchor(label, target):
    rel = ' rel="nofollow noopener"' if "//" in target else ""
    return f'<a href="{escape(target)}"{rel}>{_styled(label)}</a>'


def inline(text):
    out, last = [], 0
    for match in LINK.finditer(text):
        out.append(_styled(text[last:match.start()]))
        out.append(_anchor(match[1], match[2]))
        last = match.end()
    out.append(_styled(text[last:]))
    return "".join(out)


def to_html(source):
    blocks = []
    for block in re.split(r"\n{2,}", source.strip()):
        lines = block.splitlines()
        if lines and all(line.startswith("- ") for line in lines):
            items = "".join(f"<li>{inline(line[2:])}</li>" for line in lines)
            blocks.append(f"<ul>{items}</ul>")
        else:
            blocks.append("<p>" + "<br>".join(map(inline, lines)) + "</p>")
    return "\n".join(blocks)
