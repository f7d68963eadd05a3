"""What a worker does, in whichever process and on whichever machine: reads one batch to its end.

What goes in and comes out are plain values. Keys do not travel: each worker has its own surroundings.
"""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from reviewbot import __version__
from reviewbot.chunks import Plan
from reviewbot.chunks.policy import skip
from reviewbot.diff import Changeset, FileChange, Library, Target
from reviewbot.errors import ReviewbotError, UsageError
from reviewbot.report import Facts, Report, compile_report
from reviewbot.settings import PREFIX, Engine, Settings
from reviewbot.sinks.json_report import render_json
from reviewbot.sources.directory import DirectoryLibrary
from reviewbot.sources.everything import files_of
from reviewbot.sources.tree import Leaf, Tree, git_library
from reviewbot.spans import Gap, GapKind
from reviewbot.sweeping.shares import Share
from reviewbot.triage import Triage
from reviewbot.wiring import Desk, Stock, set_up, user_folder

BY = "sweep"
_KEY = f"{PREFIX}API_KEY"


@dataclass(frozen=True, slots=True)
class Task:
    """One batch of a tree, and how it is read. `version` is that of whoever asks."""

    place: str
    target: Target
    leaves: tuple[Leaf, ...]
    marked: Mapping[str, str]
    settings: Mapping[str, Any]
    share: Share
    seconds: float
    """For all calls."""
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report on a batch, as JSON, or why there is none; and what a person should be told."""

    report: str = ""
    failure: str = ""
    told: tuple[str, ...] = ()


def portable(settings: Settings, *, asks: bool) -> dict[str, Any]:
    """Settings as they travel: without the key, which stays where it is.

    Who reads is settled here: a worker that has no key is not to do without the model by itself.
    """
    if settings.engine is Engine.AUTO:
        settings = settings.model_copy(update={"engine": Engine.BOTH if asks else Engine.STATIC})
    return settings.model_dump(
        mode="json", exclude={"api_key", "fail_on", "min_severity", "min_confidence"}
    ) | {
        "fail_on": settings.fail_on.label,
        "min_severity": settings.min_severity.label,
        "min_confidence": settings.min_confidence.label,
    }


def read_batch(task: Task) -> Outcome:
    """Read one batch: what goes wrong with it is an outcome too, and costs no other batch anything."""
    told: list[str] = []
    try:
        return Outcome(render_json(_read(task, told)), told=tuple(told))
    except ReviewbotError as error:
        return Outcome(failure=error.message, told=tuple(told))
    except Exception as bug:  # noqa: BLE001 - the front door of one batch: a bug in it must not cost all others
        reason = f"the review broke off: {type(bug).__name__}: {bug}; this is a bug in reviewbot"
        return Outcome(failure=reason, told=tuple(told))


def unread(task: Task, reason: str) -> Report:
    """The report on a batch that nobody could read: all lines that policy reads are gaps, with the reason."""
    planned = Plan((), tuple(_gaps(task, reason)))
    return compile_report(task.target, (), planned, (), Triage((), (), 0, 0), Facts())


def changes_of(task: Task) -> Changeset:
    """The files of a batch, and the library around them."""
    return Changeset(task.target, files_of(_tree(task)), _library(task.place, task.target.head))


def desk_for(task: Task, told: list[str]) -> Desk:
    """The desk that a batch is read at, with no more money and calls than its share.

    Raises:
        UsageError: another version of reviewbot asks, or the settings do not hold together here.
    """
    settings = settings_of(task)
    stock = _stock(settings.engine, task.place, task.target.head)
    return set_up(settings, os.environ, _library(task.place, task.target.head), told.append, stock=stock)


def settings_of(task: Task) -> Settings:
    """The settings of a task, with its share of what belongs to the key, and with the key of this machine.

    Raises:
        UsageError: another version of reviewbot asks.
    """
    if task.version != __version__:
        raise UsageError(
            f"this worker has reviewbot {__version__}, and {task.version} asks",
            "install the same version everywhere",
        )
    own = {"api_key": os.environ[_KEY]} if _KEY in os.environ else {}
    share = {"max_cost": task.share.usd, "concurrency": task.share.calls, "deadline": task.seconds}
    return Settings.model_validate({**task.settings, **own, **share})


def _read(task: Task, told: list[str]) -> Report:
    desk = desk_for(task, told)
    planned = desk.cut(changes_of(task))
    return asyncio.run(desk.read(task.target, planned))


def _tree(task: Task) -> Tree:
    return Tree(task.target, Path(task.place), task.leaves, task.marked)


def _gaps(task: Task, reason: str) -> list[Gap]:
    try:
        found = (_gap(file, reason) for file in files_of(_tree(task)))
        return [gap for gap in found if gap is not None]
    except ReviewbotError:  # then not even the lines are known
        return [Gap(leaf.path, (), GapKind.FAILED, BY, reason) for leaf in task.leaves]


def _gap(file: FileChange | Gap, reason: str) -> Gap | None:
    """The gap that a file is that nobody reads any more; None for one without lines."""
    if isinstance(file, Gap):
        return file
    spans = tuple(file.changed())
    return skip(file) or (Gap(file.path, spans, GapKind.FAILED, BY, reason) if spans else None)


# A worker reads many batches of one tree: what takes a second to load is loaded once for each tree.
@lru_cache(maxsize=1)
def _stock(engine: Engine, place: str, tip: str) -> Stock:
    stock = Stock.of(user_folder())
    return replace(stock, readers=stock.build(engine, _library(place, tip)))


@lru_cache(maxsize=1)
def _library(place: str, tip: str) -> Library:
    return git_library(Path(place), tip) if tip else DirectoryLibrary(Path(place))
