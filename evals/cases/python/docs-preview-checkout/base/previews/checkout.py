import logging
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger("previews")


class CheckoutError(Exception):
    pass


def _git(cwd: Path, argv: list[str]) -> None:
    done = subprocess.run(argv, cwd=cwd, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        log.warning("git failed: %s", done.stderr.strip()[-400:])
        raise CheckoutError("could not check out the sources")


@contextmanager
def checkout(remote: str):
    """Yield a temporary folder with the default branch of *remote*."""
    with tempfile.TemporaryDirectory(prefix="preview-") as tmp:
        folder = Path(tmp)
        _git(folder, ["git", "init", "-q"])
        _git(folder, ["git", "remote", "add", "origin", remote])
        _git(folder, ["git", "fetch", "--depth", "1", "origin", "HEAD"])
        _git(folder, ["git", "checkout", "-q", "FETCH_HEAD"])
        yield folder
