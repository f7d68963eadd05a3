from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe


class Member(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    display_name = models.CharField(max_length=80)
    town = models.CharField(max_length=80, blank=True)
    bio = models.TextField(blank=True, max_length=4000)
    joined = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ["display_name"]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        return reverse("members:profile", args=[self.pk])

    @property
    def bio_html(self):
        """The biography as the profile page shows it."""
        return mark_safe(linebreaks(self.bio))
