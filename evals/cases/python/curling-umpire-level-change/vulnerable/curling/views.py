from rest_framework import generics, permissions

from curling.models import Umpire
from curling.serializers import UmpireSerializer


class OwnProfile(generics.RetrieveUpdateAPIView):
    serializer_class = UmpireSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_object(self):
        return generics.get_object_or_404(Umpire, user=self.request.user)


class Directory(generics.ListAPIView):
    queryset = Umpire.objects.filter(listed=True).select_related("club").order_by("display_name")
    serializer_class = UmpireSerializer
    permission_classes = [permissions.IsAuthenticated]
