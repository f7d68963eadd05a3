from django.shortcuts import get_object_or_404
from rest_framework import permissions, status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from apiary.models import Apiary, Hive, Inspection
from apiary.serializers import HiveSerializer, InspectionSerializer, MoveSerializer


class HiveViewSet(viewsets.ModelViewSet):
    """The hives of the signed-in beekeeper."""

    serializer_class = HiveSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Hive.objects.filter(apiary__keeper=self.request.user).select_related("apiary")

    def perform_create(self, serializer):
        serializer.save(apiary=self.request.user.home_apiary)

    @action(detail=True, methods=["get", "post"])
    def inspections(self, request, pk=None):
        hive = self.get_object()
        if request.method == "GET":
            return Response(InspectionSerializer(hive.inspections.all(), many=True).data)
        serializer = InspectionSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save(hive=hive, inspector=request.user)
        return Response(serializer.data, status=status.HTTP_201_CREATED)

    @action(detail=False, methods=["post"])
    def move(self, request):
        order = MoveSerializer(data=request.data)
        order.is_valid(raise_exception=True)
        apiary = get_object_or_404(Apiary, pk=order.validated_data["to"], keeper=request.user)
        hive = get_object_or_404(Hive, pk=order.validated_data["hive"])
        hive.apiary = apiary
        hive.save(update_fields=["apiary"])
        return Response(self.get_serializer(hive).data)


class InspectionViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = InspectionSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Inspection.objects.filter(hive__apiary__keeper=self.request.user)
