from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from .models import Member
from .serializers import OwnProfileSerializer, RosterSerializer


class Roster(generics.ListAPIView):
    queryset = Member.objects.select_related("user").order_by("voice")
    serializer_class = RosterSerializer
    permission_classes = [IsAuthenticated]


class OwnProfile(generics.RetrieveUpdateAPIView):
    serializer_class = OwnProfileSerializer
    permission_classes = [IsAuthenticated]

    def get_object(self):
        return self.request.user.member
