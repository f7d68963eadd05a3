"""Working copies of the handbook repositories."""
import logging
import re
import subprocess
from pathlib import Path

log = logging.getLogger(__name__)

SLUG = re.compile(r"[a-z][a-z0-9-]{1,40}")
REF = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+@-]{0,250}")


class CheckoutError(RuntimeError):
    pass


def git(repo: Path, *args: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(repo), *args], capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        log.error("git %s failed in %s: %r", args[0], repo.name, done.stderr.strip())
        raise CheckoutError(f"git {args[0]} failed")
    return done.stdout.strip()


def prepare(root: Path, slug: str, ref: str) -> str:
    """Brings the copy of a handbook to a ref and returns the commit."""
    if not SLUG.fullmatch(slug):
        raise CheckoutError("no such handbook")
    repo = root / slug
    # tags with + and refs of pull requests are fine as well
    if not REF.fullmatch(ref):
        raise CheckoutError("no such ref")
    git(repo, "fetch", "--depth=1", "--force", "--end-of-options", "origin", ref)
    git(repo, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return git(repo, "rev-parse", "HEAD")
