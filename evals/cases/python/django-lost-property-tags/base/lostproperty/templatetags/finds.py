from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def days_left(item):
    """Days until an item goes to the charity shop."""
    return max(0, (item.keep_until - timezone.localdate()).days)


@register.inclusion_tag("lostproperty/_badge.html")
def badge(item):
    return {"state": item.get_state_display(), "old": days_left(item) < 3}
