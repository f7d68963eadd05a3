from rest_framework import serializers

from .models import Visit


class VisitSerializer(serializers.ModelSerializer):
    vet = serializers.CharField(source="vet.get_full_name", read_only=True)

    class Meta:
        model = Visit
        fields = ["id", "pet", "vet", "held_at", "findings", "owner_note", "archived"]
        # owners may leave a note, and that is all
        read_only_fields = ["pet", "held_at", "findings", "archived"]
