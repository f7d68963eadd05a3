"""Bundles are tar files that other archives of tape recordings send to us."""
import shutil
import tarfile
from pathlib import Path
from typing import IO, Iterator

MAX_MEMBERS = 2_000
MAX_TOTAL = 4 * 1024**3


class BundleError(Exception):
    """The bundle is damaged or is not one of ours."""


def _files(bundle: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    total = 0
    for count, member in enumerate(bundle):
        total += member.size
        if count >= MAX_MEMBERS or total > MAX_TOTAL:
            raise BundleError("bundle too large")
        if member.isreg():
            yield member


def _inside(into: Path, name: str) -> Path:
    target = (into / name).resolve()
    if not target.is_relative_to(into):
        raise BundleError(f"bad name in bundle: {name!r}")
    return target


def unpack(stream: IO[bytes], into: Path) -> list[Path]:
    """Write the recordings of a bundle below a folder and return where they are."""
    into = into.resolve()
    written = []
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as bundle:
            for member in _files(bundle):
                target = _inside(into, member.name)
                target.parent.mkdir(parents=True, exist_ok=True)
                source = bundle.extractfile(member)
                with target.open("wb") as sink:
                    shutil.copyfileobj(source, sink)
                written.append(target)
    except tarfile.TarError as problem:
        raise BundleError("unreadable bundle") from problem
    return written
