from django import template
from django.utils.html import format_html
register = template.Library()


@register.filter
def pace(seconds_per_km):
    if not seconds_per_km:
        return "-"
    minutes, seconds = divmod(int(seconds_per_km), 60)
    return f"{minutes}:{seconds:02d}"


@register.simple_tag
def runner_name(runner):
    return format_html('<span class="runner">{}</span>', runner.display_name)


@register.inclusion_tag("results/_splits.html")
def splits(result):
    return {"splits": result.splits.order_by("distance_m")}
