from rest_framework import serializers

from apiary.models import Hive, Inspection


class HiveSerializer(serializers.ModelSerializer):
    class Meta:
        model = Hive
        fields = ["id", "label", "queen_year", "apiary"]
        read_only_fields = ["apiary"]


class InspectionSerializer(serializers.ModelSerializer):
    class Meta:
        model = Inspection
        fields = ["id", "seen_queen", "frames", "remarks", "made_at"]
        read_only_fields = ["made_at"]


class MoveSerializer(serializers.Serializer):
    hive = serializers.IntegerField()
    to = serializers.IntegerField()
