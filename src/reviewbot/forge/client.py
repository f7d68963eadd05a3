"""The face of GitHub that sources and sinks see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from reviewbot.errors import UsageError
from reviewbot.forge import checks, comments, issues, pulls, reviews, threads
from reviewbot.forge.address import read_address
from reviewbot.forge.calls import Calls, Pace
from reviewbot.forge.clock import Clock
from reviewbot.forge.judging import Judge
from reviewbot.forge.values import (
    Check,
    Comment,
    Issue,
    LineComment,
    Pull,
    PullFile,
    Review,
    ReviewComment,
    Thread,
    TreeEntry,
)

if TYPE_CHECKING:
    from reviewbot.forge.line import Lines

_SECONDS_BETWEEN_WRITES = 1.0
_TIMEOUT_SECONDS = 15
_REAL = Clock()


def connect(
    api_url: str,
    token: str,
    *,
    deadline_seconds: float,
    clock: Clock = _REAL,
    login: str = "",
    timeout_seconds: int = _TIMEOUT_SECONDS,
) -> "Client":
    """Make a client; nothing is sent yet.

    The deadline runs from now on and bounds all waiting; a request under way at its end may take
    `timeout_seconds` more. `login` is who the token writes as, "" to ask GitHub.

    Raises:
        UsageError: the address is not https (loopback may be http), or the token cannot be one.
    """
    address = read_address(api_url)
    if not (token.isascii() and token.isprintable() and token and " " not in token):
        hint = "GITHUB_TOKEN must be set; in a workflow it is `${{ github.token }}`"
        raise UsageError("the token for GitHub is empty or holds characters that no token has", hint)
    from reviewbot.forge.line import Lines  # noqa: PLC0415 - PyGithub takes half a second to import

    lines = Lines(address, token, timeout_seconds)
    pace = Pace(0.0 if address.loopback else _SECONDS_BETWEEN_WRITES)
    calls = Calls(lines, Judge(address.host, token), clock, clock.monotonic() + deadline_seconds, pace)
    return Client(address.api, address.web, calls, lines, _Self(login))


@dataclass(slots=True)
class _Self:
    """Who the token writes as, once that is known."""

    login: str


@dataclass(frozen=True, slots=True)
class Client:
    """GitHub, as one token sees it. Threads may share it; writes go one by one, one a second.

    Every method may raise `ForgeError` itself, or `Forbidden`, `NotFound`, `Invalid`, `RateLimited` or
    `Unreachable`. Reading, and writing that may be repeated, is tried again while the deadline allows. What
    is created is created exactly once: after an unclear answer it is looked for first. `repo` is always
    `OWNER/NAME`.
    """

    api_url: str
    web_url: str
    """Where people read: https://github.com, or an Enterprise Server."""
    calls: Calls = field(repr=False)
    lines: "Lines" = field(repr=False)
    me: _Self = field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections. It can be used again, which opens new ones."""
        self.lines.close()

    def for_seconds(self, seconds: float) -> "Client":
        """The same client with a deadline that starts now: publishing has a time of its own."""
        return replace(self, calls=self.calls.until(seconds))

    def login(self) -> str:
        """Who the token writes as; a workflow's own is `github-actions[bot]`."""
        self.me.login = self.me.login or threads.login(self.calls)
        return self.me.login

    def pull(self, repo: str, number: int) -> Pull:
        """A pull request as it is now."""
        return pulls.pull(self.calls, repo, number)

    def files(self, repo: str, number: int) -> Iterator[PullFile]:
        """All changed files that GitHub lists, 3,000 at most, in pages of 50, asked for while one reads."""
        return pulls.files(self.calls, repo, number)

    def blob(self, repo: str, sha: str) -> bytes:
        """The content of a blob, checked against its sha. It may be 100 MB: see `TreeEntry.size` first."""
        return pulls.blob(self.calls, repo, sha)

    def content(self, repo: str, path: str, ref: str) -> bytes | None:
        """A file at a commit or branch; None if there is no such file, `Invalid` if it is above 1 MB."""
        return pulls.content(self.calls, repo, path, ref)

    def tree(self, repo: str, ref: str) -> Iterator[TreeEntry]:
        """All files, symlinks and submodules of a commit; `Invalid` if there are more than GitHub lists."""
        return pulls.tree(self.calls, repo, ref)

    def merge_base(self, repo: str, base: str, head: str) -> str:
        """The sha of the merge base of two shas; `NotFound` if they have none."""
        return pulls.merge_base(self.calls, repo, base, head)

    def default_branch(self, repo: str) -> str:
        """The name of the default branch."""
        return pulls.default_branch(self.calls, repo)

    def comments(self, repo: str, number: int) -> list[Comment]:
        """The whole conversation, oldest first."""
        return comments.comments(self.calls, repo, number)

    def create_comment(
        self, repo: str, number: int, body: str, find: Callable[[], Comment | None] | None = None
    ) -> Comment:
        """Comment exactly once. After an unclear answer `find` looks for it; usually our own of this body."""

        def usual() -> Comment | None:
            ours = (one for one in self.comments(repo, number) if one.author == self.login())
            return next((one for one in ours if comments.same_text(one.body, body)), None)

        return comments.create(self.calls, repo, number, body, find or usual)

    def edit_comment(self, repo: str, comment_id: int, body: str) -> Comment:
        """Replace the text of a comment; `NotFound` if somebody deleted it."""
        return comments.edit(self.calls, repo, comment_id, body)

    def issues(self, repo: str, creator: str) -> list[Issue]:
        """All issues that somebody began, open and closed, oldest first; no pull requests."""
        return issues.issues(self.calls, repo, creator)

    def create_issue(
        self, repo: str, title: str, body: str, find: Callable[[], Issue | None] | None = None
    ) -> Issue:
        """Begin an issue exactly once. After an unclear answer `find` looks for it: ours of this body."""

        def usual() -> Issue | None:
            ours = self.issues(repo, self.login())
            return next((one for one in ours if one.is_open and comments.same_text(one.body, body)), None)

        return issues.create(self.calls, repo, title, body, find or usual)

    def edit_issue(
        self,
        repo: str,
        number: int,
        *,
        title: str | None = None,
        body: str | None = None,
        state: str | None = None,
    ) -> Issue:
        """Change what is given of an issue; `state` is open or closed."""
        told = {"title": title, "body": body, "state": state}
        return issues.edit(self.calls, repo, number, told)

    def minimize(self, node_id: str) -> None:
        """Fold a comment away as outdated."""
        threads.minimize(self.calls, node_id)

    def reviews(self, repo: str, number: int) -> list[Review]:
        """All reviews, oldest first."""
        return reviews.reviews(self.calls, repo, number)

    def review_comments(self, repo: str, number: int) -> list[ReviewComment]:
        """All comments on lines and files, oldest first."""
        return reviews.review_comments(self.calls, repo, number)

    def create_review(
        self,
        repo: str,
        number: int,
        commit: str,
        body: str,
        line_comments: Sequence[LineComment],
        find: Callable[[], Review | None] | None = None,
    ) -> Review:
        """Submit a review that neither approves nor asks for changes, with all its comments or not at all.

        `commit` is the head that was reviewed. After an unclear answer `find` looks for it: by default our
        own of this body and commit.
        """

        def usual() -> Review | None:
            ours = (one for one in self.reviews(repo, number) if one.author == self.login())
            same = (one for one in ours if one.commit == commit and comments.same_text(one.body, body))
            return next(same, None)

        return reviews.create(self.calls, (repo, number), commit, body, line_comments, find or usual)

    def file_comment(self, repo: str, number: int, commit: str, path: str, body: str) -> ReviewComment:
        """Comment exactly once on a file of the change as a whole."""

        def usual() -> ReviewComment | None:
            ours = (one for one in self.review_comments(repo, number) if one.author == self.login())
            same = (one for one in ours if one.path == path and comments.same_text(one.body, body))
            return next(same, None)

        return reviews.create_on_file(self.calls, (repo, number), commit, path, body, usual)

    def threads(self, repo: str, number: int) -> list[Thread]:
        """All threads of comments on lines, with up to 100 comments each."""
        return list(threads.threads(self.calls, repo, number))

    def resolve_thread(self, thread_id: str) -> None:
        """Mark a thread as resolved; of a workflow's token GitHub wants `contents: write` for this."""
        threads.resolve(self.calls, thread_id)

    def create_check_run(self, repo: str, commit: str, name: str, check: Check) -> int:
        """Make a check run, with annotations in as many requests as it takes; returns its id."""
        return checks.create(self.calls, repo, commit, name, check)

    def update_check_run(self, repo: str, check_run_id: int, check: Check) -> None:
        """Change what a check run says; its annotations are added to those that are there."""
        checks.update(self.calls, repo, check_run_id, check)

    def upload_sarif(self, repo: str, commit: str, ref: str, sarif: bytes) -> str:
        """Upload to code scanning, `ref` being refs/pull/N/head or refs/heads/X; returns the upload's id."""
        return checks.upload_sarif(self.calls, repo, commit, ref, sarif)
