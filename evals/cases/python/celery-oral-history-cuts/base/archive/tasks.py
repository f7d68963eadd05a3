import subprocess
from pathlib import Path

from celery import shared_task

from archive.models import Cut

OUT = Path("/var/lib/archive/cuts")


@shared_task
def forget(cut_id):
    (OUT / f"{int(cut_id)}.ogg").unlink(missing_ok=True)
