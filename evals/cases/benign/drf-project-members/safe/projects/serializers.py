from django.contrib.auth import get_user_model
from rest_framework import serializers

from projects.models import Membership, Project


class ProjectSerializer(serializers.ModelSerializer):
    class Meta:
        model = Project
        fields = ["id", "name"]


class MembershipSerializer(serializers.ModelSerializer):
    user = serializers.SlugRelatedField(slug_field="username", queryset=get_user_model().objects.filter(is_active=True))

    class Meta:
        model = Membership
        fields = ["id", "user", "role"]
        read_only_fields = ["id"]

    def validate_user(self, user):
        project_id = self.context["view"].kwargs["project_id"]
        others = Membership.objects.filter(project_id=project_id, user=user)
        if self.instance is None and others.exists():
            raise serializers.ValidationError("This person is a member already.")
        if self.instance is not None and self.instance.user_id != user.pk:
            raise serializers.ValidationError("The person of a membership cannot change.")
        return user
