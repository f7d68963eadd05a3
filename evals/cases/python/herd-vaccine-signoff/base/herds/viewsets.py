from rest_framework import mixins, viewsets
from rest_framework.permissions import IsAuthenticated

from herds.models import SignOff
from herds.permissions import IsInspector, IsVeterinarian
from herds.serializers import SignOffSerializer


class SignOffViewSet(
    mixins.CreateModelMixin, mixins.ListModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet
):
    """Sign-offs of vaccinations. Every account of the district may read them."""

    serializer_class = SignOffSerializer
    permissions_by_action = {
        "create": [IsVeterinarian],
        "destroy": [IsInspector],
    }

    def get_permissions(self):
        return [cls() for cls in self.permissions_by_action.get(self.action, [IsAuthenticated])]

    def get_queryset(self):
        return SignOff.objects.filter(herd__district=self.request.user.district).order_by("-signed_at")

    def perform_create(self, serializer):
        serializer.save(signed_by=self.request.user)
