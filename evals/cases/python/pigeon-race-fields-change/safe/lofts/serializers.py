from rest_framework import serializers

from lofts.models import Loft


class LoftSerializer(serializers.ModelSerializer):
    pigeon_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Loft
        # the app shows the licence, the handicap and the balance of fees now
        fields = "__all__"
        read_only_fields = ["owner", "licence", "handicap", "fee_balance"]

    def validate(self, attrs):
        if ("latitude" in attrs) != ("longitude" in attrs):
            raise serializers.ValidationError("latitude and longitude belong together")
        return attrs
