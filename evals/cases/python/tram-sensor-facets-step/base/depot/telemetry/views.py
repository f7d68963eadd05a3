from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Count
from django.db.models.expressions import RawSQL
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View

from depot.telemetry.models import Reading, Tram


class TramReadings(LoginRequiredMixin, View):
    """Latest readings of one tram, newest first."""

    limit = 100

    def get(self, request, number):
        tram = get_object_or_404(Tram, number=number, depot__in=request.user.depots.all())
        readings = Reading.objects.filter(tram=tram).order_by("-taken_at")[: self.limit]
        return JsonResponse({"readings": [r.as_dict() for r in readings]})


class TramCount(LoginRequiredMixin, View):
    def get(self, request):
        counts = (
            Reading.objects.filter(tram__depot__in=request.user.depots.all())
            .annotate(kind=RawSQL("payload ->> 'kind'", []))
            .values("kind")
            .annotate(n=Count("pk"))
        )
        return JsonResponse({row["kind"] or "": row["n"] for row in counts})
