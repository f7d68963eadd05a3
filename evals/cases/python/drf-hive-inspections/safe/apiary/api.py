from rest_framework import mixins, permissions, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from .models import Hive, Inspection
from .serializers import HiveSerializer, InspectionSerializer


class HiveViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = HiveSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Hive.objects.filter(keeper=self.request.user).order_by("number")

    @action(detail=True)
    def weight(self, request, pk=None):
        hive = self.get_object()
        return Response(list(hive.scale_readings.values("at", "kilos")[:200]))


class InspectionViewSet(mixins.DestroyModelMixin, viewsets.ReadOnlyModelViewSet):
    serializer_class = InspectionSerializer
    permission_classes = [permissions.IsAuthenticated]
    filterset_fields = ["hive", "queen_seen"]

    def get_queryset(self):
        mine = Inspection.objects.filter(hive__keeper=self.request.user)
        return mine.prefetch_related("frames", "treatments")

    @action(detail=True)
    def summary(self, request, pk=None):
        inspection = self.get_object()
        return Response({
            "brood": inspection.brood_frames,
            "stores": inspection.stores_kilos,
            "mites": inspection.mite_count,
        })
