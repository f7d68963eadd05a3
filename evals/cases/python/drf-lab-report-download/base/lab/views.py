from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from rest_framework import mixins, permissions, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from .models import LabReport
from .serializers import LabReportSerializer, PatientNoteSerializer


@method_decorator(never_cache, name="dispatch")
class LabReportViewSet(
    mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet
):
    """What patients see of their own reports in the portal."""

    permission_classes = [permissions.IsAuthenticated]
    serializer_class = LabReportSerializer

    def get_queryset(self):
        return LabReport.objects.filter(
            patient=self.request.user, released_at__isnull=False
        )

    @action(detail=True, methods=["put"])
    def note(self, request, pk=None):
        report = self.get_object()
        serializer = PatientNoteSerializer(report, data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)
