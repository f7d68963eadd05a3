"""Import of themes that customers upload as tarballs."""

import json
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from collections.abc import Callable
from pathlib import Path
from typing import IO

MAX_MEMBERS = 2_000
MAX_BYTES = 64 * 1024 * 1024


class ThemeError(ValueError):
    """The archive is not a theme."""


@dataclass(frozen=True)
class Theme:
    slug: str
    version: str
    folder: Path


def import_theme(upload: IO[bytes], themes: Path, progress: Callable[[int, int], None]) -> Theme:
    """Unpack an upload beside the installed themes and return what it is.

    `progress` hears after each member how many of how many are done.
    """
    with tempfile.TemporaryDirectory(dir=themes) as scratch:
        target = Path(scratch)
        with tarfile.open(fileobj=upload, mode="r:gz") as archive:
            _check_size(archive)
            _unpack(archive, target, progress)
        return _install(target, themes)


def _check_size(archive: tarfile.TarFile) -> None:
    members = archive.getmembers()
    if len(members) > MAX_MEMBERS or sum(m.size for m in members) > MAX_BYTES:
        raise ThemeError("the archive is too large")


def _unpack(archive: tarfile.TarFile, target: Path, progress: Callable[[int, int], None]) -> None:
    members = archive.getmembers()
    archive.extraction_filter = tarfile.data_filter
    for done, member in enumerate(members, start=1):
        archive.extract(member, target)
        progress(done, len(members))


def _install(source: Path, themes: Path) -> Theme:
    manifest = json.loads((source / "theme.json").read_text(encoding="utf-8"))
    slug, version = str(manifest["slug"]), str(manifest["version"])
    if not slug.isidentifier():
        raise ThemeError("the slug may only have letters, digits and underscores")
    folder = themes / slug
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    return Theme(slug, version, folder)
