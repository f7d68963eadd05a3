"""The static engine: works with no key and no network, and never runs or reads anything of the repository."""

from pathlib import Path

from reviewbot.review import Reviewer
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.ruff import Ruff
from reviewbot.reviewers.static.secrets import Secrets
from reviewbot.reviewers.static.structure import Structure

__all__ = ["Ruff", "Secrets", "StaticReviewer", "Structure", "build_static", "is_cold"]


def build_static(cache_dir: Path) -> tuple[Reviewer, ...]:
    """The three reviewers of the engine. Light: nothing is loaded or compiled before there is code to read.

    The compiled secret rules go to `cache_dir`; `is_cold` tells whether they are there.
    """
    return tuple(StaticReviewer(detector) for detector in (Secrets(cache_dir), Ruff(), Structure()))


def is_cold(cache_dir: Path) -> bool:
    """Whether the first review compiles the secret rules, about five seconds of work."""
    return Secrets(cache_dir).cold
