"""Shows arrive as .show files: a tar archive with a manifest, assets and cue scripts."""
from __future__ import annotations

import json
import shutil
import tarfile
from pathlib import Path

MAX_MEMBERS = 2_000
MAX_TOTAL = 4 * 1024**3


class BundleError(Exception):
    pass


def _members(tar: tarfile.TarFile) -> list[tarfile.TarInfo]:
    members, total = [], 0
    for member in tar:
        total += member.size
        members.append(member)
        if len(members) > MAX_MEMBERS or total > MAX_TOTAL:
            raise BundleError("the bundle is too large")
    return members


def unpack(bundle: Path, library: Path) -> Path:
    target = library / bundle.stem
    target.mkdir(parents=True)
    try:
        with tarfile.open(bundle, "r:*") as tar:
            tar.extractall(target, members=_members(tar), filter="data")
        # the data filter drops the x bit on some of our cue scripts
        for script in target.glob("cues/*.sh"):
            if script.is_file() and not script.is_symlink():
                script.chmod(0o750)
        manifest = json.loads((target / "manifest.json").read_text("utf-8"))
        if "title" not in manifest:
            raise BundleError("the manifest has no title")
    except (OSError, ValueError, tarfile.TarError, BundleError) as problem:
        shutil.rmtree(target, ignore_errors=True)
        raise BundleError(f"cannot unpack {bundle.name}") from problem
    return target
