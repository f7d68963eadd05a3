from rest_framework import serializers

from .models import Member


class RosterSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="user.get_full_name", read_only=True)

    class Meta:
        model = Member
        fields = ["id", "name", "voice"]
