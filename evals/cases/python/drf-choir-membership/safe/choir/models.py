from django.conf import settings
from django.db import models


class Member(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    voice = models.CharField(max_length=12)
    phone = models.CharField(max_length=30, blank=True)
    allergies = models.TextField(blank=True)
    is_committee = models.BooleanField(default=False)
    fee_exempt = models.BooleanField(default=False)
