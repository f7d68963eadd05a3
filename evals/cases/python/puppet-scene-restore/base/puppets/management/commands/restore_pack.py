"""Unpack the scene packs that puppeteers uploaded over the day (run by cron)."""
import tarfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from puppets.models import ScenePack


class Command(BaseCommand):
    help = "Unpacks scene packs that wait in the upload folder."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=50)

    def handle(self, *args, limit, **options):
        waiting = ScenePack.objects.filter(state=ScenePack.WAITING).order_by("uploaded_at")
        for scene_pack in waiting[:limit]:
            target = Path(settings.SCENE_ROOT) / str(scene_pack.pk)
            target.mkdir(parents=True, exist_ok=True)
            try:
                with tarfile.open(scene_pack.upload.path) as pack:
                    pack.extractall(target, filter="data")
            except (tarfile.TarError, OSError) as problem:
                self.stderr.write(f"pack {scene_pack.pk}: {type(problem).__name__}")
                scene_pack.mark(ScenePack.BROKEN)
            else:
                scene_pack.mark(ScenePack.READY)
