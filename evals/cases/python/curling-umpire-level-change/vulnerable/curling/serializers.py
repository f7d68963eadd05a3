from rest_framework import serializers

from curling.models import Umpire


class LabelField(serializers.ChoiceField):
    """Speaks labels to the outside and keeps values inside."""

    def to_representation(self, value):
        return self.choices.get(value, "")


class UmpireSerializer(serializers.ModelSerializer):
    """One's own page in the list of umpires."""

    club_name = serializers.CharField(source="club.name", read_only=True)
    licence_level = LabelField(choices=Umpire.Level.choices)

    class Meta:
        model = Umpire
        fields = ["id", "display_name", "phone", "club_name", "licence_level", "licensed_until"]
        read_only_fields = ["licence_level", "licensed_until"]

    def validate_phone(self, value):
        digits = "".join(c for c in value if c.isdigit())
        if not 7 <= len(digits) <= 15:
            raise serializers.ValidationError("Not a telephone number.")
        return value
