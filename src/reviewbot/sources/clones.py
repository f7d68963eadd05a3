"""Repositories that are elsewhere: a bare clone in a folder of ours, brought up to date by each sweep."""

from pathlib import Path
from typing import Final

from reviewbot.errors import SourceError
from reviewbot.sources.checkout import Access
from reviewbot.sources.git import Git

_TIP: Final = "refs/heads/swept"
_FETCH: Final = (
    *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance"),
    *("--no-write-fetch-head", "--force", "--upload-pack=git-upload-pack"),
)
_SLOW: Final = (("http.lowSpeedLimit", "1000"), ("http.lowSpeedTime", "60"))
"""A server that sends less than 1 kB/s for a minute has hung up."""


def clone(url: str, folder: Path, access: Access, *, history: bool = False) -> Path:
    """The bare clone of `url`'s default branch, as it is now; one commit deep unless its history is wanted.

    Only https and local paths are gone to: a clone runs no program for an address. The token of `access`
    stands in no argument, and goes to its own server only.

    Raises:
        SourceError: it cannot be cloned.
    """
    place = folder / "clone.git"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        git = _own(place)
        git.run("config", "remote.origin.url", url)
        depth = () if history else ("--depth=1",)
        fetching = access.through(git).configured(_SLOW)
        fetching.run(*_FETCH, *depth, "--end-of-options", "origin", f"+HEAD:{_TIP}")
    except (OSError, SourceError) as error:
        raise SourceError(
            f"{url} cannot be cloned: {error}",
            "see that the address is right; a private repository wants GITHUB_TOKEN, or a clone of your own",
        ) from error
    return place


def _own(place: Path) -> Git:
    if not (place / "HEAD").is_file():
        above = Git.outside(place)
        above.run("init", "--quiet", "--bare", "--template=", ".")
        above.run("symbolic-ref", "HEAD", _TIP)
    return Git.at(place)
