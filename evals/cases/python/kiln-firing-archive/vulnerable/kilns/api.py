from django.db.models import Count
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from kilns.models import Firing
from kilns.serializers import FiringSerializer


class FiringViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Past firings of the studio the user belongs to."""

    permission_classes = [IsAuthenticated]
    serializer_class = FiringSerializer

    def get_queryset(self):
        firings = Firing.objects.filter(studio__members=self.request.user).select_related("kiln")
        glaze = self.request.query_params.get("glaze")
        if glaze:
            firings = firings.filter(glazes__slug=glaze)
        near = self.request.query_params.get("near")
        if near:
            # tolerance differs per kiln, so the comparison has to happen in the database
            return firings.extra(where=[f"abs(peak_c - {near}) <= tolerance_c"])
        return firings

    @action(detail=False)
    def per_kiln(self, request):
        counts = self.get_queryset().values("kiln__name").annotate(n=Count("id")).order_by("-n")
        return Response(list(counts))
