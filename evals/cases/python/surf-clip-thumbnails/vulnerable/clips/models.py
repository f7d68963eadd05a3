from pathlib import PurePath

from django.conf import settings
from django.db import models


class Clip(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    spot_id = models.PositiveIntegerField()
    # as the phone called it, without folders; people look for their clips by this name
    filename = models.CharField(max_length=200)
    has_thumbnail = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at"]
        unique_together = [("spot_id", "filename")]

    def save(self, *args, **kwargs):
        self.filename = PurePath(self.filename).name
        super().save(*args, **kwargs)
