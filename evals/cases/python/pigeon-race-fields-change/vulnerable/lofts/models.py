from django.conf import settings
from django.db import models


class Loft(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lofts")
    name = models.CharField(max_length=80)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    # set by the federation
    licence = models.CharField(max_length=20, blank=True)
    handicap = models.FloatField(default=0)
    fee_balance = models.DecimalField(max_digits=8, decimal_places=2, default=0)
