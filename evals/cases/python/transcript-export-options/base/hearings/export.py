import subprocess
from pathlib import Path

from django.conf import settings

FORMATS = {"docx": "docx", "odt": "odt", "html": "html5"}


class ExportError(Exception):
    pass


def export(source: Path, target: Path, fmt: str) -> Path:
    if fmt not in FORMATS:
        raise ExportError("unknown format")
    command = [settings.PANDOC, "--from=commonmark", f"--to={FORMATS[fmt]}", "--sandbox"]
    command += ["--output", str(target), "--", str(source)]
    try:
        subprocess.run(command, check=True, timeout=60, capture_output=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise ExportError("pandoc failed") from problem
    return target
