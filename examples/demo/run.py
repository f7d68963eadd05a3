"""Review the change from `base` to `head` with the static engine: no key, no network.

The change is committed to a real repository in a temporary folder, as a team would have it.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
AUTHOR = ("-c", "user.name=Demo", "-c", "user.email=demo@example.invalid", "-c", "commit.gpgsign=false")


def git(repository: Path, *arguments: str) -> None:
    """Run git in the temporary repository."""
    subprocess.run(["git", "-C", repository, *AUTHOR, *arguments], check=True, stdout=subprocess.DEVNULL)


def commit(repository: Path, tree: Path) -> None:
    """Commit a tree as it stands."""
    git(repository, f"--work-tree={tree.resolve()}", "add", "--all", ".")
    git(repository, "commit", "--quiet", "--message", tree.name)


def main() -> int:
    """Exit 0 if the review found what the change brought in: reviewbot then exits 1."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / "shop"
        subprocess.run(["git", "init", "--quiet", repository], check=True)
        commit(repository, HERE / "base")
        git(repository, "branch", "main-line")
        commit(repository, HERE / "head")
        print("$ reviewbot review --base main-line --engine static\n", flush=True)
        command = [sys.executable, "-m", "reviewbot", "review", "--base", "main-line", "--engine", "static"]
        code = subprocess.run(command, cwd=repository, env=dict(os.environ), check=False).returncode
    print(f"\nexit code {code}: 1 means complete, with findings at or above --fail-on", flush=True)
    return 0 if code == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
