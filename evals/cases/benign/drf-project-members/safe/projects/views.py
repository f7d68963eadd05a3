from django.db import transaction
from rest_framework import exceptions, generics, permissions, viewsets

from projects.models import Membership, Project
from projects.permissions import IsMemberOrOwner
from projects.serializers import MembershipSerializer, ProjectSerializer


class ProjectList(generics.ListAPIView):
    permission_classes = [permissions.IsAuthenticated]
    serializer_class = ProjectSerializer

    def get_queryset(self):
        return Project.objects.filter(memberships__user=self.request.user)


class MembershipViewSet(viewsets.ModelViewSet):
    permission_classes = [permissions.IsAuthenticated, IsMemberOrOwner]
    serializer_class = MembershipSerializer

    def get_queryset(self):
        members = Membership.objects.filter(project_id=self.kwargs["project_id"])
        return members.select_related("user").order_by("user__username")

    def perform_create(self, serializer):
        serializer.save(project_id=self.kwargs["project_id"])

    @transaction.atomic
    def perform_update(self, serializer):
        if serializer.validated_data.get("role", Membership.Role.OWNER) != Membership.Role.OWNER:
            self._keep_an_owner(serializer.instance)
        serializer.save()

    @transaction.atomic
    def perform_destroy(self, instance):
        self._keep_an_owner(instance)
        instance.delete()

    def _keep_an_owner(self, leaving):
        owners = Membership.objects.select_for_update().filter(project=leaving.project, role=Membership.Role.OWNER)
        if not any(owner.pk != leaving.pk for owner in owners):
            raise exceptions.ValidationError("A project needs an owner.")
