import subprocess
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
            if not self.write_title(recording):
                continue
            recording.state = Recording.PUBLISHED
            recording.save(update_fields=["state"])
        self.stdout.write(self.style.SUCCESS("done"))

    def write_title(self, recording):
        film = Path(settings.MEDIA_ROOT) / "tower" / f"{recording.pk}.mp4"
        command = ["exiftool", "-q", "-overwrite_original", f"-Title={recording.title}", str(film)]
        done = subprocess.run(command, timeout=60)
        if done.returncode:
            self.stderr.write(f"{recording.pk}: exiftool ended with {done.returncode}")
        return done.returncode == 0
