import subprocess
from pathlib import Path

from celery import shared_task

from archive.models import Cut

OUT = Path("/var/lib/archive/cuts")


@shared_task
def forget(cut_id):
    (OUT / f"{int(cut_id)}.ogg").unlink(missing_ok=True)


@shared_task(acks_late=True)
def make_cut(cut_id):
    cut = Cut.objects.select_related("interview").get(pk=cut_id)
    target = OUT / f"{cut.pk}.ogg"
    line = ["ffmpeg", "-nostdin", "-y", "-ss", cut.start, "-i", cut.interview.master_path, "-t", cut.length]
    line += ["-metadata", f"title={cut.title}", str(target)]
    subprocess.run(line, check=True, timeout=900)
    Cut.objects.filter(pk=cut_id).update(ready=True)
