"""Repositories that are elsewhere: a bare clone in a folder of ours, brought up to date by each sweep."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.checkout import Access
from reviewbot.sources.git import Git, OutOfTime

_LEFT: Final = ("*.lock", "tmp_pack_*", "tmp_idx_*")
"""What a fetch that was ended leaves behind."""
_TIP: Final = "refs/heads/swept"
_FETCH: Final = (
    *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance"),
    *("--no-write-fetch-head", "--force", "--upload-pack=git-upload-pack"),
)
_NO_HEAD: Final = "couldn't find remote ref HEAD"
"""git's words where a repository is there and nothing in it."""
_LEAVE_OUT: Final = "leave it out; a private repository wants GITHUB_TOKEN, or a clone of your own"
_SLOW: Final = (("http.lowSpeedLimit", "1000"), ("http.lowSpeedTime", "60"))
"""A server that sends less than 1 kB/s for a minute has hung up."""


def clone(
    url: str, folder: Path, access: Access, *, history: bool = False, seconds: float | None = None
) -> Path:
    """The bare clone of `url`'s default branch, as it is now; one commit deep unless its history is wanted.

    Only https and local paths are gone to: a clone runs no program for an address. The token of `access`
    stands in no argument, and goes to its own server only. Nobody else may be at work in the folder.

    Raises:
        OutOfTime: that took longer than `seconds`.
        UsageError: the address may hold a secret.
        SourceError: it cannot be cloned.
    """
    refuse_secrets(url)
    place = folder / "clone.git"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _fetch(_own(place, url), access, history=history, seconds=seconds)
    except OutOfTime:
        raise
    except (OSError, SourceError) as error:
        if _NO_HEAD in str(error):
            raise SourceError(
                f"{url} has no commit yet, or no default branch", "there is nothing to sweep"
            ) from error
        raise SourceError(
            f"{url} cannot be cloned: {error}",
            "see that the address is right; a private repository wants GITHUB_TOKEN, or a clone of your own",
        ) from error
    return place


def refuse_secrets(url: str) -> None:
    """Refuse an address that holds what should stand in no file and no message, without repeating it.

    Raises:
        UsageError: it has a user, a password, a query or a fragment, or is none.
    """
    if "://" not in url:
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        raise UsageError("an address that is none", "write it as https://HOST/OWNER/NAME") from None
    held = (
        "a user or a password" if "@" in parts.netloc else "a query or a fragment" if {*"?#"} & {*url} else ""
    )
    if held:
        raise UsageError(f"an address that holds {held} would end up in files and messages", _LEAVE_OUT)


def _own(place: Path, url: str) -> Git:
    """Our repository in a folder, whatever a sweep that was killed has left of it."""
    for pattern in _LEFT:
        for stale in place.rglob(pattern):
            stale.unlink(missing_ok=True)
    above = Git.outside(place)
    above.run("init", "--quiet", "--bare", "--template=", ".")  # does no harm a second time
    above.run("symbolic-ref", "HEAD", _TIP)
    git = Git.at(place)
    git.run("config", "remote.origin.url", url)
    return git


def _fetch(git: Git, access: Access, *, history: bool, seconds: float | None) -> None:
    is_shallow = git.ask("rev-parse", "--is-shallow-repository") == "true"
    depth = "--unshallow" if history and is_shallow else "" if history else "--depth=1"
    tags = ("+refs/tags/*:refs/tags/*",) if history else ()
    fetching = access.through(git).configured(_SLOW)
    flags = (*_FETCH, *filter(None, [depth]), "--end-of-options", "origin", f"+HEAD:{_TIP}", *tags)
    fetching.run(*flags, seconds=seconds)
    git.run("gc", "--quiet", "--auto", "--prune=now")
