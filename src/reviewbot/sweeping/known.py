"""Reports on batches that need not be read again, as long as neither they nor the way of reading changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Final, Protocol

from reviewbot import __version__
from reviewbot.errors import SourceError
from reviewbot.evidence import is_scanner
from reviewbot.report import Report
from reviewbot.review import Usage
from reviewbot.reviewers.static.passages import is_final
from reviewbot.settings import Settings
from reviewbot.sinks.json_report import render_json
from reviewbot.sinks.stored_report import read_report
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.batches import Batch
from reviewbot.sweeping.reading import portable
from reviewbot.wiring import Desk

_OF_THE_RUN: Final = frozenset(
    {"attempts", "bots", "cache", "call_deadline", "concurrency", "deadline", "drafts", "fail_on", "max_cost"}
)
"""Settings that change what a sweep costs, and nothing of what it finds."""
_TOOLS: Final = ("ast-grep-py", "kingfisher-secret-scanner", "ruff", "tiktoken")
"""Whose versions decide over what is found."""


class Texts(Protocol):
    """Texts under keys, each as it was put or not at all."""

    def get(self, key: str) -> str | None:
        """The text under a key, None if there is none."""

    def put(self, key: str, text: str) -> None:
        """Keep a text under a key."""


@dataclass(frozen=True, slots=True)
class Known:
    """The kept reports of one way of reading, `conditions`; None of `texts` keeps nothing."""

    texts: Texts | None
    conditions: str

    @classmethod
    def under(cls, texts: Texts | None, settings: Settings, desk: Desk) -> "Known":
        """What was said by this version with these settings, prompts and this model."""
        asked = {
            "version": __version__,
            "prompt": desk.facts.prompt_sha256,
            "model": desk.facts.model,
            "settings": _of_code(portable(settings, asks=desk.asking is not None)),
            "tools": {name: version(name) for name in _TOOLS},
            "rules": _rules(),
        }
        return cls(texts, json.dumps(asked, sort_keys=True))

    def get(self, batch: Batch, marked: Mapping[str, str]) -> Report | None:
        """The report on these very files, None if there is none that can be believed."""
        text = self.texts.get(batch.key(self.conditions, marked)) if self.texts else None
        try:
            return None if text is None else read_report(text.encode("utf-8", "surrogatepass"))
        except SourceError:
            return None

    def put(self, batch: Batch, marked: Mapping[str, str], report: Report) -> None:
        """Keep a report, if reading the batch again would bring nothing new."""
        if self.texts and is_settled(report):
            self.texts.put(batch.key(self.conditions, marked), render_json(_again(report)))


def is_settled(report: Report) -> bool:
    """Whether no model, server, worker or program has failed: code that does not parse never will."""
    failed = (gap for gap in report.gaps if gap.kind is GapKind.FAILED)
    return (
        all(map(_is_final, failed))
        and not report.errors
        and all(f.verified != "unverified" for f in report.findings)
    )


def _is_final(gap: Gap) -> bool:
    """Whether a gap lies in the file, and not in who has read it."""
    return gap.by == "policy" or (is_scanner(gap.by) and is_final(gap.reason))


def _again(report: Report) -> Report:
    """The report as it will be told again: nobody is asked then, and nothing paid."""
    cover, facts = report.coverage, report.facts
    cached = cover.reviewed if facts.model is not None else 0
    return replace(
        report,
        coverage=replace(cover, cached=cached),
        usage=Usage(),
        facts=replace(facts, elsewhere=()),
    )


def _rules() -> str:
    """A hash of all that the static engine goes by, which in a checkout changes without a version."""
    told = sha256()
    waiting = [files("reviewbot.reviewers.static")]
    while waiting:
        place = waiting.pop()
        if place.is_file() and not place.name.endswith(".pyc"):
            told.update(place.read_bytes())
        elif place.is_dir():
            waiting += sorted(place.iterdir(), key=lambda one: one.name)
    return told.hexdigest()


def _of_code(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if name not in _OF_THE_RUN}
