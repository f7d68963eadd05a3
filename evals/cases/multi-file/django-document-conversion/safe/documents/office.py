"""Conversions by the office suite on this machine."""

import logging
import shlex
import subprocess
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)


class ConversionFailed(Exception):
    """The office suite did not write a document."""


def convert(source, options=""):
    """Convert a document to PDF and return the path of the PDF.

    `options` are further words for the command line, such as "--paper a5".
    """
    target = Path(settings.CONVERSION_ROOT) / (Path(source).stem + ".pdf")
    command = (
        f"{settings.OFFICE_WRAPPER} {options} "
        f"--out {shlex.quote(str(target))} {shlex.quote(str(source))} 2>/dev/null"
    )
    result = subprocess.run(command, shell=True, timeout=120, check=False)
    if result.returncode != 0 or not target.exists():
        logger.warning("conversion ended with %s", result.returncode)
        raise ConversionFailed
    return target
