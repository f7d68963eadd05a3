from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBadRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from . import reports


@login_required
@require_GET
def delays(request):
    line = request.GET.get("line", "").strip()
    if not line:
        return HttpResponseBadRequest("line is required")
    try:
        days = min(int(request.GET.get("days", 7)), 90)
    except ValueError:
        return HttpResponseBadRequest("days must be a number")

    since = timezone.localdate() - timedelta(days=days)
    return JsonResponse({"rows": reports.delay_summary(line, since)})
