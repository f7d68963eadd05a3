"""Reading of theme packages (zip files made by the theme editor)."""
from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_FILES = 500
MAX_UNPACKED = 50 * 1024 * 1024


class BadTheme(ValueError):
    pass


@dataclass(frozen=True)
class Manifest:
    name: str
    version: str


class ThemePackage:
    def __init__(self, source: BinaryIO) -> None:
        try:
            self._archive = zipfile.ZipFile(source)
        except zipfile.BadZipFile as exc:
            raise BadTheme("not a zip file") from exc
        members = self._archive.infolist()
        if len(members) > MAX_FILES or sum(m.file_size for m in members) > MAX_UNPACKED:
            raise BadTheme("theme is too large")

    def manifest(self) -> Manifest:
        try:
            data = json.loads(self._archive.read("theme.json"))
            return Manifest(name=str(data["name"]), version=str(data["version"]))
        except (KeyError, ValueError, TypeError) as exc:
            raise BadTheme("theme.json is missing or incomplete") from exc

    def unpack(self, destination: Path) -> list[str]:
        written: list[str] = []
        archive = self._archive
        for info in archive.infolist():
            if info.is_dir() or info.filename.startswith("__MACOSX/"):
                continue
            target = destination / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(info))
            written.append(info.filename)
        return written
