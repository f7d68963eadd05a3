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
    """One line for each file, without the line of the totals."""
    out = _run(["git", "diff", "--stat=100", "--end-of-options", since, "--"], cwd=folder)
    return [line.strip() for line in out.splitlines()[:-1]]
