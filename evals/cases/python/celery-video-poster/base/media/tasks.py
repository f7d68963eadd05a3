"""Background jobs of the media library."""
import subprocess
from pathlib import Path

from celery import Task, shared_task
from celery.utils.log import get_task_logger

from media.models import Video
from media.storage import local_copy, publish

log = get_task_logger(__name__)

TIMEOUT = 120


class VideoTask(Task):
    """Runs ffmpeg on a local copy of a video."""

    autoretry_for = (OSError, subprocess.TimeoutExpired)
    max_retries = 3
    retry_backoff = True

    def _command(self, source, target):
        return ["ffmpeg", "-y", "-ss", "1", "-i", str(source), "-frames:v", "1", str(target)]

    def grab(self, source, target):
        command = self._command(source, target)
        subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
        return target


@shared_task(bind=True, base=VideoTask)
def make_poster(self, video_id):
    video = Video.objects.get(pk=video_id)
    with local_copy(video) as source:
        poster = self.grab(source, Path(source).with_name("poster.jpg"))
        publish(video, "poster", poster)
    log.info("poster of video %s is published", video.pk)


@shared_task(bind=True, base=VideoTask)
def probe(self, video_id):
    video = Video.objects.get(pk=video_id)
    with local_copy(video) as source:
        done = subprocess.run(
            ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(source)],
            check=True, capture_output=True, text=True, timeout=TIMEOUT,
        )
    video.duration = float(done.stdout.strip())
    video.save(update_fields=["duration"])
