import re

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def days_left(item):
    """Days until an item goes to the charity shop."""
    return max(0, (item.keep_until - timezone.localdate()).days)


@register.filter
def highlight(text, term):
    """{{ item.description|highlight:query }}"""
    text, term = escape(text or ""), escape(term or "")
    if not term:
        return mark_safe(text)
    marked = re.sub(re.escape(term), lambda m: f"<mark>{m[0]}</mark>", text, flags=re.I)
    return mark_safe(marked)


@register.inclusion_tag("lostproperty/_badge.html")
def badge(item):
    return {"state": item.get_state_display(), "old": days_left(item) < 3}
