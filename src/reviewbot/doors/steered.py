"""Who says how code is read, and what of it is accepted: files that nobody has just proposed."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from reviewbot.baseline import FILE as BASELINE
from reviewbot.diff import Target
from reviewbot.doors.selection import Files, own_file
from reviewbot.sources.repository import file_at, top
from reviewbot.sources.tree import Tree

_OURS: Final = (BASELINE, ".reviewbot.toml")
_WHOSE: Final = "in CI those of the default branch hold; with --trusted this commit's do"


def trusted_files(
    target: Target, place: Path, *, merged: bool = False, tell: Callable[[str], None] = lambda _: None
) -> Files:
    """Settings and baseline for what is read: on a person's machine the files that lie there.

    In CI a change is read with those of its base commit. A sweep has none: there those of the swept commit
    hold on the default branch, which a job of GitHub or GitLab says of itself, and where it is `merged`, as
    somebody says. Else there are none, or a branch could accept its own findings; `tell` gets what there is.
    """
    in_ci, home = is_in_ci(os.environ), top(place)
    if not in_ci and (home or not target.head):
        return lambda name: own_file((home or place) / name)
    if target.kind != "sweep":
        return _at(place, target.base)
    if not is_believed(target, merged=merged):
        _tell_what_is_left_aside(target, place, tell)
        return _at(place, "")
    return _at(place, target.head) if target.head else lambda name: own_file(place / name)


def is_believed(target: Target, *, merged: bool = False) -> bool:
    """Whether a swept commit may say itself how it is read: nobody may still have to agree to it."""
    return not is_in_ci(os.environ) or merged or is_default_branch(target.head, os.environ)


def with_believed_marks(
    tree: Tree, *, merged: bool = False, tell: Callable[[str], None] = lambda _: None
) -> Tree:
    """The tree, without the marks of a commit that is not believed; `tell` gets that there were some."""
    if not tree.marked or is_believed(tree.target, merged=merged):
        return tree
    tell(f"marks in .gitattributes of {tree.target.repo} left aside: {_WHOSE}")
    return replace(tree, marked={})


def _at(place: Path, commit: str) -> Files:
    return partial(file_at, place, commit) if commit else lambda _: None


def _tell_what_is_left_aside(target: Target, place: Path, tell: Callable[[str], None]) -> None:
    there = _at(place, target.head) if target.head else lambda name: own_file(place / name)
    if named := [name for name in _OURS if there(name) is not None]:
        tell(f"{' and '.join(named)} of {target.repo} left aside: {_WHOSE}")


def is_in_ci(environ: Mapping[str, str]) -> bool:
    """Whether a machine has started us."""
    return environ.get("CI", "").lower() not in {"", "0", "false"}


def is_default_branch(head: str, environ: Mapping[str, str]) -> bool:
    """Whether a job is about its repository's default branch, and `head` is the commit that it is about.

    Another commit may be what somebody wants to be merged: jobs that run on the default branch check it out.
    """
    if environ.get("GITLAB_CI"):
        branch = environ.get("CI_COMMIT_BRANCH")
        return bool(branch) and (branch, head) == (
            environ.get("CI_DEFAULT_BRANCH"),
            environ.get("CI_COMMIT_SHA"),
        )
    branch = _default_branch(environ)
    named = bool(branch) and environ.get("GITHUB_REF") == f"refs/heads/{branch}"
    on_default = named or environ.get("GITHUB_EVENT_NAME") == "schedule"
    return bool(head) and head == environ.get("GITHUB_SHA") and on_default


def _default_branch(environ: Mapping[str, str]) -> str:
    """What the payload of a GitHub event calls it, "" if it does not."""
    try:
        payload = json.loads(Path(environ.get("GITHUB_EVENT_PATH", "")).read_bytes())
        return str(payload["repository"]["default_branch"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
