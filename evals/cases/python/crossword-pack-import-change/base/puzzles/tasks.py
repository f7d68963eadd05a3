import os
import shutil
import tempfile
import zipfile

from celery import shared_task
from celery.utils.log import get_task_logger

from puzzles.models import Pack, Puzzle
from puzzles.parsing import parse_grid

log = get_task_logger(__name__)

MAX_FILES = 500
MAX_SIZE = 64 * 1024 * 1024


def check(archive):
    infos = archive.infolist()
    if len(infos) > MAX_FILES or sum(i.file_size for i in infos) > MAX_SIZE:
        raise ValueError("too large")
    return infos


@shared_task(bind=True, acks_late=True, soft_time_limit=120)
def import_pack(self, pack_id):
    pack = Pack.objects.get(pk=pack_id)
    workdir = tempfile.mkdtemp(prefix="pack-")
    try:
        with zipfile.ZipFile(pack.upload.path) as archive:
            infos = check(archive)
            archive.extractall(workdir, members=infos)
        for folder, _, names in os.walk(workdir):
            for name in sorted(names):
                if name.endswith(".puz"):
                    with open(os.path.join(folder, name), "rb") as fh:
                        Puzzle.objects.create(pack=pack, **parse_grid(fh.read()))
        pack.mark_ready()
    except (zipfile.BadZipFile, ValueError) as problem:
        log.warning("pack %s refused: %s", pack_id, type(problem).__name__)
        pack.mark_refused()
    finally:
        shutil.rmtree(workdir, ignore_errors=True)
