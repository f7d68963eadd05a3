from django.conf import settings
from django.db import models


class Project(models.Model):
    name = models.CharField(max_length=80)


class Membership(models.Model):
    class Role(models.TextChoices):
        READER = "reader"
        EDITOR = "editor"
        OWNER = "owner"

    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.READER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "user"], name="one_membership")]
