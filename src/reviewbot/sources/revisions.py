"""From what a person calls a revision to commit ids, before git sees it anywhere else."""

import re

from reviewbot.errors import SourceError, UsageError
from reviewbot.sources.git import Git

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FORK = re.compile(r"(?P<head>[0-9a-f]{40,64})\n[0-9a-f]{40,64}\n\^(?P<start>[0-9a-f]{40,64})(?:\n.*)*")
_NOT_YET = "Review what is there: --staged or --worktree"
TO_SWEEP = "Commit something first: a sweep reads what is committed"
_DEFAULT_BASES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)


def commit(git: Git, revision: str, unborn_hint: str = _NOT_YET) -> str:
    """The full id of the commit that `revision` names; the hint is for HEAD before the first commit.

    Raises:
        UsageError: it names none, or could be taken for an option.
    """
    found = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", _peeled(revision))
    if found is None and revision == "HEAD" and unborn(git):
        raise UsageError("this repository has no commit yet", unborn_hint)
    if found is None or not _ID.fullmatch(found):
        raise UsageError(
            f"there is no commit {revision!r} in this repository",
            "Check the spelling, or fetch it first: git fetch origin REVISION",
        )
    return found


def default_base(git: Git, head: str) -> str:
    """The tip of the branch that changes are meant for: origin's default one, else main, else master.

    Raises:
        UsageError: there is none of them, or no commit `head` either, which is said first.
    """
    asked = "".join(f"{_peeled(name)}\n" for name in _DEFAULT_BASES).encode()
    answers = git.run("cat-file", "--batch-check=%(objectname)", stdin=asked).decode().splitlines()
    if found := next(filter(_ID.fullmatch, answers), None):
        return found
    commit(git, head)
    raise UsageError("there is no branch to compare with: no origin/HEAD, main or master", "Give --base REV.")


def fork_question(base: str, head: str) -> tuple[str, ...]:
    """What to ask git for both commits and their merge base at once.

    Raises:
        UsageError: one of them could be taken for an option.
    """
    tip = _peeled(head)
    return ("rev-parse", "--revs-only", "--end-of-options", f"{_peeled(base)}...{tip}")


def fork(git: Git, base: str, head: str, answer: str | None) -> tuple[str, str]:
    """Where `head` parted from `base`, and the id of `head`; `answer` is git's to `fork_question`.

    Raises:
        UsageError: one of them names no commit.
        SourceError: there is no merge base, or a shallow clone does not reach back to it.
    """
    ids = _FORK.fullmatch(answer or "")
    if ids and ".." not in base + head:  # which git would cut elsewhere
        return ids["start"], ids["head"]
    tip = commit(git, head)  # one by one, to say what is wrong
    return merge_base(git, commit(git, base), tip), tip


def merge_base(git: Git, base: str, head: str) -> str:
    """The newest commit that both commits come from.

    Raises:
        SourceError: there is none, or a shallow clone does not reach back to it.
    """
    found = git.ask("merge-base", base, head)
    if found is not None:
        return found.partition("\n")[0]
    if git.ask("rev-parse", "--is-shallow-repository") == "true":
        raise SourceError(
            f"this shallow clone does not reach back to where {base[:12]} and {head[:12]} part",
            "Fetch more history: git fetch --unshallow, or git fetch --deepen=200",
        )
    raise SourceError(
        f"{base[:12]} and {head[:12]} have no common history",
        "Give --base a revision that the change comes from.",
    )


def _peeled(revision: str) -> str:
    if not revision or revision.startswith("-") or "\0" in revision:
        raise UsageError(f"{revision!r} is no revision", "Give a branch, a tag or a commit id.")
    return f"{revision}^{{commit}}"


def unborn(git: Git) -> bool:
    """Whether HEAD has no commit yet."""
    return git.ask("rev-parse", "--verify", "--quiet", "HEAD") is None


def empty_tree(git: Git) -> str:
    """The id of the tree without files, in the repository's own hash; git knows it without storing it."""
    return git.run("hash-object", "-t", "tree", "--stdin").decode().strip()
