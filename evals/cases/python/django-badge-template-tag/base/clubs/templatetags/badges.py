from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

from clubs.models import Badge

register = template.Library()


@register.simple_tag
def badge(item: Badge, size: int = 24):
    """{% badge member.badge 32 %}; members write the caption of their badge themselves."""
    picture = static(f"badges/{item.kind}.svg")
    return format_html('<img src="{}" width="{}" alt="{}">', picture, size, item.caption)


@register.simple_tag
def badge_row(items):
    return format_html_join(" ", "{}", ((badge(item),) for item in items))


@register.filter
def earned_in(items, year):
    return [item for item in items if item.earned_on.year == year]
