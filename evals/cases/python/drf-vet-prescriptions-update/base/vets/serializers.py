from rest_framework import serializers

from vets.models import Prescription


class PrescriptionSerializer(serializers.ModelSerializer):
    animal = serializers.StringRelatedField()

    class Meta:
        model = Prescription
        fields = ["id", "animal", "drug", "dose", "valid_until"]
        read_only_fields = fields
