"""The little of git that we need."""
import subprocess
from pathlib import Path


class GitError(RuntimeError):
    pass


def _run(command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise GitError(done.stderr.strip())
    return done.stdout


def head(folder: Path) -> str:
    return _run(["git", "rev-parse", "HEAD"], cwd=folder).strip()


def changes(folder: Path, since: str) -> list[str]:
    out = _run(["git", "log", "--format=%h %s", "--end-of-options", since, "--"], cwd=folder)
    return out.splitlines()
