from rest_framework import mixins, status, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

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
        "reopen": [IsVeterinarian],
    }

    def get_permissions(self):
        return [cls() for cls in self.permissions_by_action.get(self.action, [IsAuthenticated])]

    def get_queryset(self):
        return SignOff.objects.filter(herd__district=self.request.user.district).order_by("-signed_at")

    def perform_create(self, serializer):
        serializer.save(signed_by=self.request.user)

    @action(detail=True, methods=["post"])
    def reopen(self, request, pk=None):
        """The vaccination was recorded for the wrong animal: back to draft."""
        signoff = self.get_object()
        if not signoff.is_signed:
            return Response(status=status.HTTP_409_CONFLICT)
        signoff.reopen(by=request.user, reason=request.data.get("reason", ""))
        return Response(self.get_serializer(signoff).data)
