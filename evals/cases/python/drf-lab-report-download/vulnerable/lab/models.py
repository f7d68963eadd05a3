from django.conf import settings
from django.db import models


class LabReport(models.Model):
    patient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lab_reports"
    )
    panel = models.CharField(max_length=80)
    taken_on = models.DateField()
    released_at = models.DateTimeField(null=True, blank=True)
    patient_note = models.CharField(max_length=500, blank=True)
    # kept in a private bucket; empty until the lab has sent the file
    pdf = models.FileField(upload_to="lab-reports/", blank=True)

    class Meta:
        ordering = ["-taken_on", "id"]
