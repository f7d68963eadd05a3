"""notes restore: brings a notebook back from a backup, also one that somebody else has shared."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click

MANIFEST = "notebook.json"
SUPPORTED = {1, 2}
MAX_ENTRIES = 20_000
MAX_BYTES = 2 * 1024**3


def _manifest(bundle: zipfile.ZipFile) -> dict:
    try:
        manifest = json.loads(bundle.read(MANIFEST))
    except (KeyError, ValueError) as problem:
        raise click.ClickException("this is not a backup of a notebook") from problem
    if manifest.get("version") not in SUPPORTED:
        raise click.ClickException("this backup was made by a newer version")
    return manifest


def _entries(bundle: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [info for info in bundle.infolist() if not info.is_dir() and info.filename != MANIFEST]
    if len(entries) > MAX_ENTRIES or sum(info.file_size for info in entries) > MAX_BYTES:
        raise click.ClickException("this backup is too large")
    return entries


def _targets(bundle: zipfile.ZipFile, destination: Path) -> Iterator[tuple[zipfile.ZipInfo, Path]]:
    root = destination.resolve()
    for info in _entries(bundle):
        target = (root / info.filename).resolve()
        if root not in target.parents:
            raise click.ClickException(f"this backup has a file outside of it: {info.filename!r}")
        yield info, target


def restore_notebook(bundle: zipfile.ZipFile, destination: Path, overwrite: bool) -> tuple[int, int]:
    """Number of files written, and of those left as they were."""
    written = kept = 0
    for info, target in _targets(bundle, destination):
        if target.exists() and not overwrite:
            kept += 1
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with bundle.open(info) as source, target.open("wb") as out:
            shutil.copyfileobj(source, out)
        written += 1
    return written, kept


@click.command()
@click.argument("backup", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=Path("notebooks"))
@click.option("--overwrite", is_flag=True, help="Replace notes that are already there.")
def restore(backup: Path, into: Path, overwrite: bool) -> None:
    """Restore a notebook from BACKUP."""
    try:
        with zipfile.ZipFile(backup) as bundle:
            title = str(_manifest(bundle).get("title", backup.stem))
            into.mkdir(parents=True, exist_ok=True)
            written, kept = restore_notebook(bundle, into, overwrite)
    except zipfile.BadZipFile as problem:
        raise click.ClickException("this file is damaged") from problem
    click.echo(f"{title}: {written} files restored, {kept} kept")
