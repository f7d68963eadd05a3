"""Dumps of our databases, compressed, the newest ones kept."""

import logging
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

log = logging.getLogger(__name__)

DATABASES = ("billing", "crm", "warehouse")
FOLDER = Path("/var/backups/postgres")
TIMEOUT = 2 * 60 * 60


def run(databases: list[str], keep: int) -> int:
    """Back up each database; return how many failed."""
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    failed = 0
    for name in databases:
        try:
            path = dump(name, datetime.now(UTC))
        except (OSError, subprocess.SubprocessError):
            log.exception("the backup of %s failed", name)
            failed += 1
            continue
        log.info("%s: %d bytes", path.name, path.stat().st_size)
        prune(name, keep)
    return failed


def dump(name: str, now: datetime) -> Path:
    """Write a dump in pg_dump's own format; an unfinished one never gets the final name."""
    final = FOLDER / f"{name}-{now:%Y%m%dT%H%M%SZ}.dump"
    partial = final.with_suffix(".partial")
    command = ["/usr/bin/pg_dump", "--format=custom", "--no-password", f"--file={partial}", "--", name]
    environment = {"PATH": "/usr/bin", "PGPASSFILE": os.environ.get("PGPASSFILE", "/etc/ops/pgpass")}
    try:
        subprocess.run(command, check=True, timeout=TIMEOUT, env=environment, capture_output=True)
        partial.chmod(0o600)
        return partial.rename(final)
    finally:
        partial.unlink(missing_ok=True)


def prune(name: str, keep: int) -> None:
    dumps = sorted(FOLDER.glob(f"{name}-*.dump"), reverse=True)
    for old in dumps[max(keep, 1) :]:
        log.info("removing %s", old.name)
        old.unlink()
