from rest_framework import mixins, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from members.models import Member, Membership


class MembershipSerializer(serializers.ModelSerializer):
    class Meta:
        model = Membership
        fields = ("id", "plan", "started_on", "ends_on")
        read_only_fields = fields


class MemberSerializer(serializers.ModelSerializer):
    class Meta:
        model = Member
        fields = ("id", "username", "first_name", "last_name", "city", "bio")
        read_only_fields = ("id", "username")


class MembershipViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    serializer_class = MembershipSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Membership.objects.filter(member=self.request.user).order_by("-started_on")


class MemberViewSet(mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The directory: every member may look up the others, and change only themselves."""

    queryset = Member.objects.filter(is_active=True)
    serializer_class = MemberSerializer
    permission_classes = [IsAuthenticated]
    lookup_field = "username"

    @action(detail=False, methods=["get"])
    def me(self, request):
        return Response(self.get_serializer(request.user).data)

    @action(detail=False, methods=["post"])
    def deactivate(self, request):
        request.user.is_active = False
        request.user.save(update_fields=["is_active"])
        return Response(status=status.HTTP_204_NO_CONTENT)
