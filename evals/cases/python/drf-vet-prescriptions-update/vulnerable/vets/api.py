from datetime import timedelta

from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from vets.models import Prescription
from vets.serializers import PrescriptionSerializer


class PrescriptionViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, viewsets.GenericViewSet):
    serializer_class = PrescriptionSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        practice = self.request.user.practice
        return Prescription.objects.filter(animal__practice=practice).select_related("animal")

    @action(detail=False)
    def expiring(self, request):
        soon = self.get_queryset().filter(valid_until__lt=timezone.localdate() + timedelta(days=14))
        return Response(self.get_serializer(soon, many=True).data)

    @action(detail=True)
    def label(self, request, pk=None):
        return Response({"text": self.get_object().label_text()})

    @action(detail=True, methods=["post"])
    def renew(self, request, pk=None):
        prescription = get_object_or_404(Prescription, pk=pk)
        prescription.valid_until = timezone.localdate() + timedelta(days=90)
        prescription.renewals += 1
        prescription.save(update_fields=["valid_until", "renewals"])
        return Response(self.get_serializer(prescription).data)
