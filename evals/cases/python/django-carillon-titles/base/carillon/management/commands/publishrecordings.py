from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from carillon.models import Recording


class Command(BaseCommand):
    help = "Publish the recordings that visitors of the tower have named"

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=20)

    def handle(self, *args, limit, **options):
        waiting = Recording.objects.filter(state=Recording.NAMED).order_by("rung_at")[:limit]
        for recording in waiting:
            recording.state = Recording.PUBLISHED
            recording.save(update_fields=["state"])
        self.stdout.write(self.style.SUCCESS("done"))
