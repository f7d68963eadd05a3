import shlex
import subprocess
from pathlib import Path


class SpoolError(Exception):
    pass


def send(pdf: Path, queue: str, options: str) -> str:
    """Hands a file to CUPS; the identifier of its job. queue comes from settings.QUEUES."""
    args = ["/usr/bin/lp", "-d", queue]
    # such as: sides=two-sided-long-edge print-quality=5
    args += shlex.split("-o " + options) if options else []
    args += ["--", str(pdf)]
    done = subprocess.run(args, capture_output=True, text=True, timeout=30)
    if done.returncode:
        raise SpoolError(shlex.join(args))
    return done.stdout.split()[3]
