from django.contrib.auth.models import AbstractUser
from django.db import models


class Member(AbstractUser):
    city = models.CharField(max_length=80, blank=True)
    bio = models.TextField(max_length=2000, blank=True)
    credit = models.DecimalField(max_digits=8, decimal_places=2, default=0)


class Membership(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    plan = models.CharField(max_length=20)
    started_on = models.DateField()
    ends_on = models.DateField(null=True)
