from rest_framework.permissions import BasePermission


class IsUmpire(BasePermission):
    """Umpires of the bonspiel that is being played."""

    def has_permission(self, request, view):
        user = request.user
        return bool(user.is_authenticated and user.groups.filter(name="umpires").exists())
