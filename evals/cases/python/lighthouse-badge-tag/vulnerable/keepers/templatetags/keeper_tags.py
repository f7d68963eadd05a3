from django import template
from django.utils import timezone
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def keeper_badge(keeper):
    """Link to a keeper's page; keepers choose their display name and their motto themselves."""
    tip = f' title="{keeper.motto}"' if keeper.motto else ""
    return mark_safe(
        f'<a class="keeper" href="{keeper.get_absolute_url()}"{tip}>{keeper.display_name}</a>'
    )


@register.filter
def on_watch(keeper):
    now = timezone.now()
    return keeper.watches.filter(starts__lte=now, ends__gt=now).exists()


@register.inclusion_tag("keepers/watch_table.html", takes_context=True)
def watch_table(context, station):
    return {"watches": station.watches.upcoming()[:14], "user": context["user"]}
