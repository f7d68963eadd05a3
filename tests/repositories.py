"""Real git repositories for tests, in temporary directories and untouched by the machine's configuration."""

import os
import shutil
import subprocess
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "demo"
IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
NO_CONFIG = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def git(directory: Path, *arguments: str) -> str:
    """Run git and return what it printed, without the last line end."""
    done = subprocess.run(
        ["git", "-C", directory, *IDENTITY, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **NO_CONFIG},
    )
    return done.stdout.rstrip("\n")


def new_repository(directory: Path) -> Path:
    """An empty repository with the branch main."""
    directory.mkdir(parents=True, exist_ok=True)
    git(directory, "init", "--quiet", "--initial-branch=main")
    return directory


def commit(repository: Path, files: dict[str, str | bytes | None], message: str = "change") -> str:
    """Write files, None removing one, and commit all; returns the commit's id."""
    for name, content in files.items():
        place = repository / name
        if content is None:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(repository, "rev-parse", "HEAD")


def example_repository(directory: Path) -> Path:
    """The change of `examples/demo`: `main` is its base, the branch `change`, checked out, its head."""
    repository = new_repository(directory)
    shutil.copytree(EXAMPLE / "base", repository, dirs_exist_ok=True)
    commit(repository, {}, "base")
    git(repository, "checkout", "--quiet", "-b", "change")
    shutil.copytree(EXAMPLE / "head", repository, dirs_exist_ok=True)
    commit(repository, {}, "head")
    return repository
