"""Thin wrapper around the git binary."""
import subprocess
from pathlib import Path


class GitError(RuntimeError):
    pass


def git(*args: str, cwd: Path | None = None) -> str:
    done = subprocess.run(["git", *args], cwd=cwd, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise GitError(args[0])
    return done.stdout


class Checkout:
    def __init__(self, path: Path):
        self.path = path

    def branches(self) -> list[str]:
        return git("branch", "--format=%(refname:short)", cwd=self.path).split()

    def update(self, ref: str) -> None:
        """ref: a branch, a tag, or a commit that is not here yet."""
        if ref.startswith("-"):
            raise ValueError("not a ref")
        git("fetch", "--depth=1", "--end-of-options", "origin", ref, cwd=self.path)
        git("reset", "--hard", "FETCH_HEAD", cwd=self.path)
