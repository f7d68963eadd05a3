"""Keeps copies of the word lists that communities publish in git."""
import logging
import subprocess
from pathlib import Path

log = logging.getLogger(__name__)
TIMEOUT = 120


class MirrorError(RuntimeError):
    pass


def _git(*arguments, cwd=None):
    command = ["git", "-c", "protocol.allow=never", "-c", "protocol.https.allow=always", *arguments]
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=TIMEOUT, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        log.warning("git %s failed", arguments[0])
        raise MirrorError("the repository cannot be copied") from problem
    return done.stdout


def create(address, target: Path):
    _git("clone", "--mirror", "--depth=1", "--", address, str(target))


def refresh(target: Path):
    _git("remote", "update", "--prune", cwd=target)


def head(target: Path):
    return _git("rev-parse", "HEAD", cwd=target).strip()
