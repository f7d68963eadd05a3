import subprocess
from pathlib import Path

from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings

from clips.models import Clip

logger = get_task_logger(__name__)


def _frame(source: Path, target: Path) -> None:
    command = (
        f"ffmpeg -ss 1 -i '{source}' -frames:v 1 -f image2pipe -c:v png - "
        f"| convert png:- -resize 480x -quality 82 jpg:'{target}'"
    )
    subprocess.run(command, shell=True, check=True, capture_output=True, timeout=60)


@shared_task(bind=True, max_retries=2, acks_late=True)
def make_thumbnail(self, clip_id: int) -> None:
    clip = Clip.objects.get(pk=clip_id)
    source = Path(settings.CLIP_ROOT) / str(clip.spot_id) / clip.filename
    target = Path(settings.THUMB_ROOT) / f"{clip.pk}.jpg"
    try:
        _frame(source, target)
    except subprocess.SubprocessError as exc:
        logger.warning("no thumbnail for clip %s", clip_id)
        raise self.retry(exc=exc, countdown=30)
    clip.has_thumbnail = True
    clip.save(update_fields=["has_thumbnail"])
