from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def pace(seconds_per_km):
    if not seconds_per_km:
        return "-"
    minutes, seconds = divmod(int(seconds_per_km), 60)
    return f"{minutes}:{seconds:02d}"


@register.simple_tag
def runner_name(runner):
    badges = "".join(
        f'<span class="badge" title="{club.name}">{club.short_name}</span>'
        for club in runner.clubs.all()
    )
    name = format_html('<span class="runner">{}</span>', runner.display_name)
    return mark_safe(f"{name} {badges}")


@register.inclusion_tag("results/_splits.html")
def splits(result):
    return {"splits": result.splits.order_by("distance_m")}
