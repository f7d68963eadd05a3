import logging
import shlex
import subprocess
from pathlib import Path

from celery import shared_task

from .models import Interview
from .storage import incoming, published

log = logging.getLogger(__name__)
TRIM = "silence 1 0.2 0.5% reverse silence 1 0.2 0.5% reverse"


@shared_task(acks_late=True)
def publish(interview_id):
    interview = Interview.objects.get(pk=interview_id)
    # the recorder's own name of the file, such as "Mrs Hale, mill (2).wav"
    source = incoming() / Path(interview.original_name).name
    target = published() / f"{interview.pk}.opus"
    pipeline = (
        f"sox '{source}' -t wav - {TRIM}"
        f" | opusenc --quiet --bitrate 48 - {shlex.quote(str(target))}"
    )
    done = subprocess.run(pipeline, shell=True, capture_output=True, timeout=1800)
    if done.returncode:
        log.error("interview %s: sox ended with %s", interview.pk, done.returncode)
        interview.state = "failed"
    else:
        interview.state = "published"
    interview.save(update_fields=["state"])


@shared_task
def forget(interview_id):
    (published() / f"{int(interview_id)}.opus").unlink(missing_ok=True)
