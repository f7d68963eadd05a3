"""The static engine: works with no key and no network, and never runs or reads anything of the repository."""

from pathlib import Path

from reviewbot.diff import Library
from reviewbot.review import Reviewer
from reviewbot.reviewers.static.deception import Deception
from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.secrets import Secrets

__all__ = ["Secrets", "build_guards", "build_static", "is_cold"]


def build_static(
    cache_dir: Path, secrets: Secrets | None = None, library: Library | None = None
) -> tuple[Reviewer, ...]:
    """The six reviewers of the engine. No rule is loaded or compiled before there is code to read.

    The compiled secret rules go to `cache_dir`; `is_cold` tells whether they are there. `library` are the
    files around the change, into which data is followed.
    """
    # A quarter of a second to import, which who only counts, or asks the model alone, need not wait for.
    from reviewbot.reviewers.static.removals import Removals  # noqa: PLC0415
    from reviewbot.reviewers.static.ruff import Ruff  # noqa: PLC0415
    from reviewbot.reviewers.static.ruling import Rules  # noqa: PLC0415
    from reviewbot.reviewers.static.siblings import Routes  # noqa: PLC0415

    return (
        *build_guards(cache_dir, secrets),
        StaticReviewer(Ruff()),
        StaticReviewer(Rules(library)),
        StaticReviewer(Routes()),
        Removals(),
    )


def build_guards(
    cache_dir: Path, secrets: Secrets | None = None, _library: Library | None = None
) -> tuple[Reviewer, ...]:
    """The two that belong to every run, since what they find concerns whoever else reads.

    `secrets` is a detector that somebody else uses too: its rules take half a second to load.
    """
    return (StaticReviewer(secrets or Secrets(cache_dir)), StaticReviewer(Deception()))


def is_cold(cache_dir: Path) -> bool:
    """Whether the first review compiles the secret rules, about five seconds of work."""
    return Secrets(cache_dir).cold
