from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from .models import Member
from .serializers import RosterSerializer


class Roster(generics.ListAPIView):
    queryset = Member.objects.select_related("user").order_by("voice")
    serializer_class = RosterSerializer
    permission_classes = [IsAuthenticated]
