from rest_framework.permissions import IsAuthenticated


class _InGroup(IsAuthenticated):
    group = ""

    def has_permission(self, request, view):
        return super().has_permission(request, view) and request.user.groups.filter(name=self.group).exists()


class IsVeterinarian(_InGroup):
    group = "veterinarians"


class IsInspector(_InGroup):
    group = "inspectors"
