"""The threads of fixed findings: resolved, unless somebody wants to talk about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewbot.forge import Client, Forbidden, ForgeError, NotFound, Pull, Thread
from reviewbot.forge.state import finding_of
from reviewbot.history import Known

MOST = 30
"""So many are resolved in one run, at one a second; the others stay open, which does no harm."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How many threads were resolved, how many only folded away, and a remark if one was neither."""

    resolved: int = 0
    folded: int = 0
    remark: str = ""


def settle_threads(client: Client, pull: Pull, fixed: Iterable[Known]) -> Settled:
    """Resolve the threads that we began on findings that are fixed; nothing fixed, no request.

    A thread with a word of somebody else stays as it is. GitHub lets a workflow's token resolve only with
    `contents: write`, which reviewbot does not ask for: without it our comment is folded away as outdated.
    """
    ids = {known.id for known in fixed}
    if not ids:
        return Settled()
    try:
        threads = _ours(client.threads(pull.repo, pull.number), client.login(), ids)[:MOST]
    except ForgeError as error:
        return Settled(remark=_remark(error))
    return _settle(client, pull, threads)


def _settle(client: Client, pull: Pull, threads: Sequence[Thread]) -> Settled:
    done = 0
    for at, thread in enumerate(threads):
        try:
            client.resolve_thread(thread.id)
        except NotFound:  # deleted since it was listed
            continue
        except Forbidden:
            return _fold(client, pull, threads[at:], done)
        except ForgeError as error:
            return Settled(done, remark=_remark(error))
        done += 1
    return Settled(done)


def _ours(threads: Iterable[Thread], login: str, ids: set[str]) -> list[Thread]:
    return [
        thread
        for thread in threads
        if not thread.resolved
        and thread.complete
        and thread.comments
        and all(comment.author == login for comment in thread.comments)
        and finding_of(thread.comments[0].body) in ids
    ]


def _fold(client: Client, pull: Pull, threads: Sequence[Thread], done: int) -> Settled:
    first = {thread.comments[0].id for thread in threads}
    folded = 0
    try:
        for comment in client.review_comments(pull.repo, pull.number):
            if comment.id in first:
                client.minimize(comment.node_id)
                folded += 1
    except ForgeError as error:
        return Settled(done, folded, _remark(error))
    return Settled(done, folded)


def _remark(error: ForgeError) -> str:
    return f"Threads of fixed findings stay open: {error.message}"
