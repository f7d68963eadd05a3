"""The checkout of a CI job, often one commit deep: history is fetched until the merge base is there.

This is the one place where git talks to the network: to the checkout's own origin, for two commits that are
named by us, a bounded number of times.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from reviewbot.errors import ReviewbotError, SourceError, UsageError
from reviewbot.sources import revisions
from reviewbot.sources.git import Git

DEEPEN = (50, 200, 1_000, 5_000, 20_000)
"""Commits that each further fetch brings. A change whose branch point lies deeper wants `fetch-depth: 0`."""

_ORIGIN = "origin"
_TRACKED = f"refs/remotes/{_ORIGIN}"
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_BASE = "refs/reviewbot/base"
_HEAD = "refs/reviewbot/head"

# What a fetch may start or touch beyond the objects it is for is off.
_QUIET = (
    *(
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-recurse-submodules",
        "--no-auto-maintenance",
        "--no-write-fetch-head",
    ),
    *("--no-show-forced-updates", "--refmap=", "--upload-pack=git-upload-pack"),
)
_PROTOCOLS = "https:file"
_FETCHING = (
    ("credential.helper", ""),  # ends the list of programs that are asked for a password
    ("fetch.writeCommitGraph", "false"),
    ("http.followRedirects", "false"),
)


@dataclass(frozen=True, slots=True)
class Access:
    """The server whose token we hold, as `https://github.com`, and the token; "" for none."""

    server: str
    token: str = field(repr=False)

    def through(self, git: Git) -> Git:
        """Git that may reach origin, with the token if that is where origin is; it stands in no argument."""
        return git.configured((*_FETCHING, *self._header(git))).within(GIT_ALLOW_PROTOCOL=_PROTOCOLS)

    def _header(self, git: Git) -> Iterator[tuple[str, str]]:
        url, server = urlsplit(git.ask("remote", "get-url", _ORIGIN) or ""), urlsplit(self.server)
        if self.token and (url.scheme, url.netloc) == ("https", server.netloc):
            secret = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
            name = f"http.https://{server.netloc}/.extraheader"
            yield name, ""  # takes away what the checkout left there: a server refuses two
            yield name, f"AUTHORIZATION: basic {secret}"


@dataclass(frozen=True, slots=True)
class Fork:
    """Commits of a change: the tip of what it is meant for, where it parted from that, and its own tip."""

    tip: str
    base: str
    head: str


def find_fork(directory: Path, base: str, head: str, access: Access) -> Fork:
    """Where the commit `head` parted from `base`, a branch of origin or a commit id; fetches what is missing.

    What an event calls the base of a pull request is no good here: it is the branch's tip when the event
    fired, or an even older one.

    Raises:
        UsageError: the directory is no checkout.
        SourceError: there is no merge base, or no way to get it.
    """
    git = Git.at(directory)
    named = _ID.fullmatch(base)
    wanted = (f"+{base if named else f'refs/heads/{base}'}:{_BASE}", f"+{head}:{_HEAD}")
    shallow = git.ask("rev-parse", "--is-shallow-repository") == "true"
    if (named or not shallow) and (known := _fork(git, base if named else f"{_TRACKED}/{base}", head)):
        return known
    trouble = None
    for depth in DEEPEN if shallow else (0,):
        trouble = _fetch(git, wanted, depth, access)
        if trouble:
            break
        if found := _fork(git, _BASE, head):
            return found
    raise _unreachable(base, head, trouble)


def head_of(directory: Path) -> str | None:
    """The commit that is checked out, None if the directory is no checkout."""
    try:
        return Git.at(directory).ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except ReviewbotError:
        return None


def _fork(git: Git, base: str, head: str) -> Fork | None:
    try:
        tip, new = revisions.commit(git, base), revisions.commit(git, head)
        return Fork(tip, revisions.merge_base(git, tip, new), new)
    except (UsageError, SourceError):
        return None


def _fetch(git: Git, wanted: tuple[str, ...], depth: int, access: Access) -> SourceError | None:
    """Bring commits, with as much more history; the trouble, if git had some."""
    deeper = (f"--deepen={depth}",) if depth else ()
    try:
        access.through(git).run(*_QUIET, *deeper, "--end-of-options", _ORIGIN, *wanted)
    except SourceError as error:
        return error
    return None


def _unreachable(base: str, head: str, trouble: SourceError | None) -> SourceError:
    why = f": {trouble.message}" if trouble else ""
    return SourceError(
        f"no merge base of {head[:12]} and {base[:40]!r} could be found{why}",
        "Give actions/checkout `fetch-depth: 0`.",
    )
