from django.db.models import Count
from rest_framework import mixins, viewsets
from rest_framework.permissions import IsAuthenticated

from lofts.serializers import LoftSerializer


class MyLofts(
    mixins.ListModelMixin, mixins.RetrieveModelMixin, mixins.UpdateModelMixin, viewsets.GenericViewSet
):
    permission_classes = [IsAuthenticated]
    serializer_class = LoftSerializer

    def get_queryset(self):
        return self.request.user.lofts.annotate(pigeon_count=Count("pigeons")).order_by("name")
