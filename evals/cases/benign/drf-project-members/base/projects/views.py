from rest_framework import generics, permissions

from projects.models import Project
from projects.serializers import ProjectSerializer


class ProjectList(generics.ListAPIView):
    permission_classes = [permissions.IsAuthenticated]
    serializer_class = ProjectSerializer

    def get_queryset(self):
        return Project.objects.filter(memberships__user=self.request.user)
