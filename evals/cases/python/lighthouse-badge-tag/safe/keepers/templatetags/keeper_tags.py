from django import template
from django.utils import timezone
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def keeper_badge(keeper):
    """Link to a keeper's page; keepers choose their display name and their motto themselves."""
    tip = format_html(' title="{}"', keeper.motto) if keeper.motto else ""
    return format_html(
        '<a class="keeper" href="{}"{}>{}</a>', keeper.get_absolute_url(), tip, keeper.display_name
    )


@register.filter
def on_watch(keeper):
    now = timezone.now()
    return keeper.watches.filter(starts__lte=now, ends__gt=now).exists()


@register.inclusion_tag("keepers/watch_table.html", takes_context=True)
def watch_table(context, station):
    return {"watches": station.watches.upcoming()[:14], "user": context["user"]}
