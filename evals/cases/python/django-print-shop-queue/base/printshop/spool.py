import shlex
import subprocess
from pathlib import Path


class SpoolError(Exception):
    pass


def send(pdf: Path, queue: str, copies: int) -> str:
    """Hands a file to CUPS; the identifier of its job. queue comes from settings.QUEUES."""
    args = ["/usr/bin/lp", "-d", queue]
    args += ["-n", str(min(copies, 20))]
    args += ["--", str(pdf)]
    done = subprocess.run(args, capture_output=True, text=True, timeout=30)
    if done.returncode:
        raise SpoolError(shlex.join(args))
    return done.stdout.split()[3]
