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
def checkout(remote: str, ref: str):
    """Yield a temporary folder with *ref* of *remote* checked out."""
    with tempfile.TemporaryDirectory(prefix="preview-") as tmp:
        folder = Path(tmp)
        _git(folder, ["git", "init", "-q"])
        _git(folder, ["git", "remote", "add", "origin", remote])
        _git(folder, ["git", "fetch", "--depth", "1", "origin", ref])
        _git(folder, ["git", "checkout", "-q", "FETCH_HEAD"])
        yield folder
