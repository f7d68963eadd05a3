from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from .models import Visit
from .serializers import VisitSerializer


class VisitViewSet(
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    viewsets.GenericViewSet,
):
    """What pet owners see of the visits to our practice."""

    permission_classes = [IsAuthenticated]
    serializer_class = VisitSerializer

    def get_queryset(self):
        visits = Visit.objects.select_related("pet", "vet").order_by("-held_at")
        if self.request.query_params.get("archived") == "1":
            return visits
        return visits.filter(archived=False)

    @action(detail=True, methods=["get"])
    def prescriptions(self, request, pk=None):
        visit = self.get_object()
        return Response([
            {"drug": p.drug, "dose": p.dose, "days": p.days}
            for p in visit.prescriptions.all()
        ])
