from rest_framework import permissions

from projects.models import Membership


class IsMemberOrOwner(permissions.BasePermission):
    """Members may read, owners may change."""

    def has_permission(self, request, view) -> bool:
        mine = Membership.objects.filter(project_id=view.kwargs["project_id"], user=request.user)
        if request.method not in permissions.SAFE_METHODS:
            mine = mine.filter(role=Membership.Role.OWNER)
        return mine.exists()
