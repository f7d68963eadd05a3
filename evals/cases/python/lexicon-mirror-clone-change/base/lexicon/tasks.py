from pathlib import Path

from celery import shared_task
from django.conf import settings

from lexicon import mirror
from lexicon.models import Lexicon


@shared_task
def register_mirror(lexicon_id):
    """The address comes from the form "Suggest a lexicon", which every member can send."""
    lexicon = Lexicon.objects.get(pk=lexicon_id)
    target = Path(settings.MIRROR_ROOT, f"{lexicon.pk}.git")
    try:
        mirror.create(lexicon.address, target)
    except mirror.MirrorError:
        lexicon.fail()
        return
    lexicon.succeed(mirror.head(target))
