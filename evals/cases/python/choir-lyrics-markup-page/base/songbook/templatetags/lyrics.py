import re

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()

CHORD = re.compile(r"\[([A-H][#b]?(?:m|maj7|7|sus4)?)\]")


@register.filter
def chords(line):
    """The chords of a line, each in its own element."""
    return format_html_join(" ", '<b class="chord">{}</b>', ((c,) for c in CHORD.findall(line)))


@register.filter
def voices(song):
    return ", ".join(sorted({part.get_voice_display() for part in song.parts.all()}))


@register.filter(needs_autoescape=True)
def verse(text, autoescape=True):
    esc = conditional_escape if autoescape else str
    lines = (esc(CHORD.sub("", line).rstrip()) for line in text.splitlines())
    return mark_safe("<br>".join(lines))
