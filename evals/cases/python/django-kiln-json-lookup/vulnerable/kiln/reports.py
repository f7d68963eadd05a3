from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import JsonResponse

from .expressions import ReadingText
from .models import Firing


@login_required
def breakdown(request):
    """How many firings there were for each value of a reading."""
    key = request.GET.get("reading", "cone")
    firings = Firing.objects.filter(studio=request.user.studio)
    rows = (
        firings.annotate(reading=ReadingText("log", key))
        .values("reading")
        .annotate(firings=Count("id"))
        .order_by("-firings")
    )
    return JsonResponse({"reading": key, "rows": list(rows[:40])})
