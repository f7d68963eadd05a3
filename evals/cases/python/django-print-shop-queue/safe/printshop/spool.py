import shlex
import subprocess
from pathlib import Path


class SpoolError(Exception):
    pass


CHOICES = {
    "sides": {"one-sided", "two-sided-long-edge", "two-sided-short-edge"},
    "print-quality": {"3", "4", "5"},
}


def send(pdf: Path, queue: str, options: str) -> str:
    """Hands a file to CUPS; the identifier of its job. queue comes from settings.QUEUES."""
    args = ["/usr/bin/lp", "-d", queue]
    # such as: sides=two-sided-long-edge print-quality=5
    for option in options.split():
        name, _, value = option.partition("=")
        if value in CHOICES.get(name, ()):
            args += ["-o", f"{name}={value}"]
    args += ["--", str(pdf)]
    done = subprocess.run(args, capture_output=True, text=True, timeout=30)
    if done.returncode:
        raise SpoolError(shlex.join(args))
    return done.stdout.split()[3]
