"""The face of GitHub that sources and sinks see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from reviewbot.forge.clock import Clock
from reviewbot.forge.values import (
    Check,
    Comment,
    LineComment,
    Pull,
    PullFile,
    Review,
    ReviewComment,
    Thread,
    TreeEntry,
)


def connect(
    api_url: str,
    token: str,
    *,
    deadline_seconds: float,
    clock: Clock = Clock(),
    login: str = "",
) -> "Client":
    """Make a client; nothing is sent yet.

    The deadline runs from now on and bounds all waiting; a request under way at its end may take 15 s more.
    `login` is who the token writes as, "" to ask GitHub.

    Raises:
        UsageError: the address is not https (loopback may be http), or the token cannot be one.
    """
    raise NotImplementedError


@dataclass(frozen=True)
class Client:
    """GitHub, as one token sees it. Safe to share between threads; writes go one by one, one a second.

    Every method may raise `ForgeError`: `Forbidden`, `NotFound`, `Invalid`, `RateLimited` or `Unreachable`.
    Reading and repeatable writing is tried again while the deadline allows; creating is never blindly repeated:
    after an unclear answer it is looked for first. `repo` is `OWNER/NAME` everywhere.
    """

    api_url: str
    web_url: str
    """Where people read: https://github.com, or that of the Enterprise Server."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    def close(self) -> None:
        """Close all connections."""

    def for_seconds(self, seconds: float) -> "Client":
        """The same client with a deadline that starts now: publishing has its own time."""

    def login(self) -> str:
        """Who the token writes as, as in `author`; `github-actions[bot]` when GitHub does not tell, as to workflows."""

    # Reading a pull request
    def pull(self, repo: str, number: int) -> Pull: ...
    def files(self, repo: str, number: int) -> Iterator[PullFile]:
        """All changed files as far as GitHub lists them (3,000), in pages of 50."""

    def blob(self, repo: str, sha: str) -> bytes:
        """The content of a blob, whole (at most 100 MB: look at `TreeEntry.size` first)."""

    def content(self, repo: str, path: str, ref: str) -> bytes | None:
        """A file at a commit, None if there is no such file; `Invalid` above 1 MB, where `blob` helps."""

    def tree(self, repo: str, ref: str) -> Iterator[TreeEntry]:
        """All files of a commit; `Invalid` when GitHub truncates the list."""

    def merge_base(self, repo: str, base: str, head: str) -> str: ...
    def default_branch(self, repo: str) -> str: ...

    # The conversation
    def comments(self, repo: str, number: int) -> list[Comment]:
        """All comments, oldest first."""

    def create_comment(
        self, repo: str, number: int, body: str, find: Callable[[], Comment | None] | None = None
    ) -> Comment:
        """Comment, exactly once. `find` looks for it after an unclear answer; usual: our own with this very body."""

    def edit_comment(self, repo: str, comment_id: int, body: str) -> Comment:
        """Replace a comment's text; `NotFound` when somebody deleted it."""

    def minimize(self, node_id: str) -> None:
        """Fold a comment away as outdated. Repeatable."""

    # Reviews
    def reviews(self, repo: str, number: int) -> list[Review]: ...
    def review_comments(self, repo: str, number: int) -> list[ReviewComment]: ...
    def create_review(
        self,
        repo: str,
        number: int,
        commit: str,
        body: str,
        comments: Sequence[LineComment],
        find: Callable[[], Review | None] | None = None,
    ) -> Review:
        """Submit a review of `commit` that neither approves nor asks for changes: all of its comments or nothing."""

    def file_comment(self, repo: str, number: int, commit: str, path: str, body: str) -> ReviewComment:
        """Comment on a file that is in the change, but not on a line of it."""

    def threads(self, repo: str, number: int) -> list[Thread]: ...
    def resolve_thread(self, thread_id: str) -> None:
        """Mark a thread as resolved. Repeatable. GitHub wants `contents: write` of a workflow's token for this."""

    # Optional outputs
    def create_check_run(self, repo: str, commit: str, name: str, check: Check) -> int:
        """Make a check run, annotations in as many requests as it takes; returns its id."""

    def update_check_run(self, repo: str, check_run_id: int, check: Check) -> None:
        """Change what a check run says; its annotations are added to those it has."""

    def upload_sarif(self, repo: str, commit: str, ref: str, sarif: bytes) -> str:
        """Upload to code scanning, `ref` being refs/pull/N/head or refs/heads/X; returns the upload's id."""
