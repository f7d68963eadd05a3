from django import template
from django.utils.html import format_html, format_html_join
register = template.Library()


@register.filter
def pace(seconds_per_km):
    if not seconds_per_km:
        return "-"
    minutes, seconds = divmod(int(seconds_per_km), 60)
    return f"{minutes}:{seconds:02d}"


@register.simple_tag
def runner_name(runner):
    badges = format_html_join(
        "",
        '<span class="badge" title="{}">{}</span>',
        ((club.name, club.short_name) for club in runner.clubs.all()),
    )
    name = format_html('<span class="runner">{}</span>', runner.display_name)
    return format_html("{} {}", name, badges)


@register.inclusion_tag("results/_splits.html")
def splits(result):
    return {"splits": result.splits.order_by("distance_m")}
