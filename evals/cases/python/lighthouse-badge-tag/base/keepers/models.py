from django.db import models
from django.urls import reverse


class Keeper(models.Model):
    account = models.OneToOneField("auth.User", on_delete=models.CASCADE)
    display_name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True)

    def get_absolute_url(self):
        return reverse("keepers:detail", args=[self.slug])

    def __str__(self):
        return self.display_name
