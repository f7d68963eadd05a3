"""Plugin bundles: tar archives with a plugin.toml on top."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

MAX_MEMBERS = 5000
MAX_SIZE = 100 * 1024 * 1024


class BundleError(Exception):
    """The bundle cannot be installed."""


@dataclass(frozen=True)
class Plugin:
    name: str
    version: str
    folder: Path


def _read_manifest(folder: Path) -> dict[str, str]:
    try:
        with open(folder / "plugin.toml", "rb") as stream:
            manifest = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BundleError("plugin.toml is missing or not valid") from error
    name = str(manifest.get("name", ""))
    if not name.isidentifier():
        raise BundleError("The name of a plugin is an identifier")
    return {"name": name, "version": str(manifest.get("version", "0"))}


def _check_limits(members: list[tarfile.TarInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(m.size for m in members) > MAX_SIZE:
        raise BundleError("The bundle is too large")


def install(bundle: Path, plugins: Path) -> Plugin:
    """Unpack an uploaded bundle into the folder of plugins."""
    with tempfile.TemporaryDirectory(dir=plugins) as temporary:
        staging = Path(temporary)
        try:
            with tarfile.open(bundle, "r:gz") as archive:
                _check_limits(archive.getmembers())
                archive.extractall(staging, filter="data")
        except tarfile.TarError as error:
            raise BundleError("The bundle cannot be unpacked") from error
        manifest = _read_manifest(staging)
        target = plugins / manifest["name"]
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(staging, target, symlinks=True)
    return Plugin(manifest["name"], manifest["version"], target)
