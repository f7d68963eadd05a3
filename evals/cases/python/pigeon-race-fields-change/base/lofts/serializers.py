from rest_framework import serializers

from lofts.models import Loft


class LoftSerializer(serializers.ModelSerializer):
    pigeon_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Loft
        fields = ["id", "name", "latitude", "longitude", "pigeon_count"]

    def validate(self, attrs):
        if ("latitude" in attrs) != ("longitude" in attrs):
            raise serializers.ValidationError("latitude and longitude belong together")
        return attrs
