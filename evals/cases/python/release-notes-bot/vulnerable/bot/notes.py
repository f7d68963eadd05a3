"""Release notes out of commit messages: everything since the last tag, by kind."""

from __future__ import annotations

import os
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

COMMIT = re.compile(r"^(?P<sha>[0-9a-f]{7,12}) (?P<kind>feat|fix|perf|docs)(\((?P<scope>[\w-]+)\))?!?: (?P<text>.+)$")
HEADINGS = {"feat": "New", "fix": "Fixed", "perf": "Faster", "docs": "Documentation"}


@dataclass(frozen=True)
class Entry:
    sha: str
    kind: str
    text: str


class ReleaseNotes:
    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout

    def last_tag(self) -> str:
        return self._git("describe", "--tags", "--abbrev=0", "origin/main").strip()

    def text(self, branch: str = "main") -> str:
        log = self._log(branch)
        return self._render(self._entries(log))

    def _log(self, branch: str) -> str:
        since = self.last_tag()
        return os.popen(f"git -C '{self._checkout}' log --format='%h %s' {since}..origin/{branch} | sort -k2").read()

    def _git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self._checkout, capture_output=True, text=True, check=True, timeout=30
        )
        return done.stdout

    @staticmethod
    def _entries(log: str) -> list[Entry]:
        found = (COMMIT.match(line) for line in log.splitlines())
        return [Entry(m["sha"], m["kind"], m["text"]) for m in found if m]

    @staticmethod
    def _render(entries: list[Entry]) -> str:
        groups = defaultdict(list)
        for entry in entries:
            groups[entry.kind].append(f"- {entry.text} ({entry.sha})")
        return "\n\n".join(f"## {HEADINGS[kind]}\n" + "\n".join(groups[kind]) for kind in HEADINGS if groups[kind])
