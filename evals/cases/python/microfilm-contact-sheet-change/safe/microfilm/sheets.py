"""Contact sheets: many frames of a film on one page."""
import shlex
import subprocess
from pathlib import Path

from microfilm.films import film_folder


class SheetError(Exception):
    pass


def _quoted(*words):
    return " ".join(shlex.quote(str(word)) for word in words)


def make_sheet(film, pattern, target: Path, label=None):
    """Pattern is a glob of frames, as the reader typed it: 0[1-4]*.tif"""
    folder = film_folder(film)
    label = label or film.signature
    pipeline = " | ".join(
        [
            _quoted("find", folder, "-maxdepth", "1", "-type", "f", "-name", pattern),
            "sort",
            _quoted("montage", "-label", label.lstrip("@%"), "-tile", "6x", "-geometry", "240x+4+4", "@-", "png:-"),
            _quoted("pngquant", "-", "-o", target, "--force"),
        ]
    )
    try:
        subprocess.run(pipeline, shell=True, check=True, timeout=90)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise SheetError("no sheet could be made") from problem
    return target
