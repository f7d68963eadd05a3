from django.conf import settings
from django.db import models


class Club(models.Model):
    """Anybody who registers for a race can found a club."""

    name = models.CharField(max_length=100, unique=True)
    short_name = models.CharField(max_length=12)
    founded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)

    def __str__(self):
        return self.name


class Runner(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    display_name = models.CharField(max_length=80)
    clubs = models.ManyToManyField(Club, blank=True, related_name="runners")

    def __str__(self):
        return self.display_name
