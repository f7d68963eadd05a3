"""Celery tasks of the gallery of track plans."""
from pathlib import Path

from celery import shared_task

from .git import GitError, changes, head
from .models import Comparison

STORE = Path("/srv/layouts")


@shared_task
def compare(comparison_id: int):
    """What has changed in a layout since the revision in the member's form."""
    wanted = Comparison.get_by_id(comparison_id)
    folder = STORE / str(wanted.layout_id)
    try:
        wanted.lines = changes(folder, wanted.since)
        wanted.revision = head(folder)
        wanted.state = "ready"
    except GitError:
        wanted.state = "failed"
    wanted.save()
