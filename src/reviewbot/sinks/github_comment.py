"""The one summary comment of a pull request: found again, edited in place, never somebody else's.

Ours is what our login wrote and what begins with our marker; either alone proves nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from reviewbot.forge import Client, Comment, ForgeError, Invalid, NotFound, Pull
from reviewbot.forge.state import State, is_edited, mark, page_of, read_state

T = TypeVar("T")

LIMIT = 60_000
"""Characters of a whole comment. GitHub refuses more than 65,536 of something that it does not say."""

_SHORT = LIMIT // 2
_MARKER_SHARE = 2 / 5


@dataclass(frozen=True, slots=True)
class Sticky:
    """A summary of ours with the state in its marker; `edited` if a person has changed its text since."""

    comment: Comment
    state: State
    edited: bool


def our_summaries(comments: Iterable[Comment], login: str, repo: str, number: int) -> tuple[Sticky, ...]:
    """All summaries that we wrote about this pull request, in the order of the comments."""
    ours = ((one, read_state(one.body, repo, number)) for one in comments if one.author == login)
    return tuple(Sticky(one, state, is_edited(one.body, state)) for one, state in ours if state)


def live(summaries: Iterable[Sticky]) -> tuple[Sticky, ...]:
    """Those that may be edited, oldest first: what a person has changed is that person's."""
    return tuple(sorted((one for one in summaries if not one.edited), key=lambda one: one.comment.id))


def last_state(summaries: Iterable[Sticky]) -> State | None:
    """What is known of the last push, also from a comment that a person has changed since."""
    newest = max(summaries, key=lambda one: (one.state.pushes, one.comment.id), default=None)
    return newest.state if newest else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What is to stand in the comment: `page` renders it in at most so many characters."""

    state: State
    page: Callable[[int], str]

    def body(self, limit: int = LIMIT) -> str:
        """Marker and page in at most `limit` characters, which are 30,000 or more."""
        marker = len(mark(self.state, "", limit=10 * LIMIT))
        return mark(self.state, self.page(limit - min(marker, int(limit * _MARKER_SHARE))), limit)


def post_summary(client: Client, pull: Pull, summary: Summary, ours: Sequence[Sticky]) -> Comment:
    """Edit the oldest summary of ours, or begin one; if it says all of this already, nothing is sent.

    Raises:
        ForgeError: it does not stand there.
    """
    body = summary.body()
    if ours and same_page(ours[0].comment.body, body):
        return ours[0].comment
    return put_whole(summary, lambda body: _put(client, pull, body, ours))


def put_whole(summary: Summary, put: Callable[[str], T]) -> T:
    """What `put` makes of the body, or of half as long a one where GitHub finds that too long."""
    try:
        return put(summary.body())
    except Invalid as error:
        if not any("too long" in reason for reason in (error.message, *error.reasons)):
            raise
        return put(summary.body(_SHORT))


def same_page(one: str, other: str) -> bool:
    """Whether a reader would see no difference; the markers differ in the name of the run at least."""
    return page_of(one).split() == page_of(other).split()


def _put(client: Client, pull: Pull, body: str, ours: Sequence[Sticky]) -> Comment:
    if ours:
        with suppress(NotFound):  # deleted since it was listed
            return client.edit_comment(pull.repo, ours[0].comment.id, body)
    return client.create_comment(pull.repo, pull.number, body)


def settle_summaries(
    client: Client, pull: Pull, posted: Comment, summary: Summary, late: Callable[[str], Summary]
) -> None:
    """Look at what stands there after all writing, and let one summary about the newest commit remain.

    Runs that race may both have begun a comment, or an older one may have written last. All of them decide
    alike, so it does not matter who comes first: the oldest comment stays, with what is said of the head. If
    nobody says anything of the head and our own page stands there, `late` tells of it, given that head.

    Raises:
        ForgeError: GitHub did not let us look or edit.
    """
    comments = client.comments(pull.repo, pull.number)
    summaries = live(our_summaries(comments, client.login(), pull.repo, pull.number))
    if not summaries:
        return
    kept, *others = summaries
    head, commit = client.pull(pull.repo, pull.number).head_sha, summary.state.head_sha
    if kept.state.head_sha != head:
        body = _about(head, summaries) or (posted.body if commit == head else "")
        if body or kept.state.head_sha == commit:
            client.edit_comment(pull.repo, kept.comment.id, body or late(head).body())
    for other in others:
        _point(client, pull, other.comment, kept.comment.id)


def _about(head: str, summaries: Sequence[Sticky]) -> str:
    return next((one.comment.body for one in reversed(summaries) if one.state.head_sha == head), "")


def _point(client: Client, pull: Pull, other: Comment, kept: int) -> None:
    """Leave a pointer, folded away, for a summary too many; not deleted, since people may have linked it."""
    link = f"{client.web_url}/{pull.repo}/pull/{pull.number}#issuecomment-{kept}"
    with suppress(NotFound):
        client.edit_comment(
            pull.repo, other.id, f"The summary of this review stands in [one comment]({link})."
        )
        with suppress(ForgeError):  # folded or not, it is a pointer
            client.minimize(other.node_id)
