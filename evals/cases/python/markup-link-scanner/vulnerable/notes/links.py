"""Turns notes of neighbours into HTML."""
import re
from html import escape

LINK = re.compile(r"www\.([a-z0-9-]+\.?)+(/([\w-]+[.]?)*)*$")
MENTION = re.compile(r"(?<!\w)@([a-z][a-z0-9]{1,29})\b")


def _anchor(address):
    return f'<a href="https://{escape(address)}" rel="nofollow ugc">{escape(address)}</a>'


def _word(word):
    if LINK.match(word):
        return _anchor(word)
    mention = MENTION.match(word)
    if mention:
        return f'<a href="/people/{mention[1]}">@{mention[1]}</a>' + escape(word[mention.end():])
    return escape(word)


def render(note):
    """A note as HTML; lines become paragraphs. Called for every note as it is posted (10,000 characters at most)."""
    paragraphs = (line.strip() for line in note[:10_000].splitlines())
    return "\n".join("<p>" + " ".join(map(_word, p.split())) + "</p>" for p in paragraphs if p)
