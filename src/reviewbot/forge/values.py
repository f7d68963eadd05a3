"""What GitHub knows, as frozen values. All text in them was written by somebody else: it is data."""

from dataclasses import dataclass

from reviewbot.spans import Side

GHOST = "ghost"
"""The author of what somebody wrote whose account is gone."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request at one moment; title, body and the branch's name are left behind.

    `repo` is the full name as GitHub writes it now, whatever old name was asked for. `base_sha` is the tip of
    the base branch and not the merge base. `head_repo` is None if that repository is gone; a `fork` is any
    repository but `repo`.
    """

    repo: str
    number: int
    state: str
    merged: bool
    draft: bool
    locked: bool
    head_sha: str
    base_sha: str
    base_ref: str
    head_repo: str | None
    fork: bool
    author: str
    changed_files: int

    @property
    def is_open(self) -> bool:
        """Whether it is neither merged nor closed."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class PullFile:
    """One row of a pull request's files.

    `status` is added, removed, modified, renamed, copied, changed or unchanged; renamed and copied ones
    have an `old_path`. `patch` is None for binary files and where GitHub leaves it out, which is not the
    same as empty. `sha` names the blob of the new side, of the old side for removed files.
    """

    path: str
    old_path: str | None
    status: str
    additions: int
    deletions: int
    patch: str | None
    sha: str | None


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One object of a tree: `mode` as git writes it (100644, 120000, 160000), `size` in bytes for blobs."""

    path: str
    mode: str
    sha: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the conversation; `node_id` is its name for `minimize`, `created_at` ISO 8601 in UTC."""

    id: int
    node_id: str
    author: str
    body: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that is no pull request."""

    number: int
    author: str
    title: str
    body: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Review:
    """A review that was submitted; `commit` is the sha it was about, None when GitHub lost that."""

    id: int
    author: str
    body: str
    commit: str | None


@dataclass(frozen=True, slots=True)
class ReviewComment:
    """A comment on lines of a change, `line` being where it stands in the present diff, None if outdated.

    `in_reply_to` is the id of the thread's first comment, None for that one itself; `review` the id of the
    review that brought it.
    """

    id: int
    node_id: str
    author: str
    body: str
    path: str
    line: int | None
    side: Side | None
    in_reply_to: int | None
    review: int | None


@dataclass(frozen=True, slots=True)
class LineComment:
    """A comment to be made on `line` of one side, or on `start_line` to `line`, all inside one hunk."""

    path: str
    line: int
    side: Side
    body: str
    start_line: int | None = None


@dataclass(frozen=True, slots=True)
class ThreadComment:
    """A comment of a thread; `id` is that of the `ReviewComment`."""

    id: int
    author: str
    body: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation about lines. Only if `complete` are these all of its comments."""

    id: str
    resolved: bool
    comments: tuple[ThreadComment, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark of a check run on lines of the new side; `level` is notice, warning or failure."""

    path: str
    start_line: int
    end_line: int
    level: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """What a check run says; `conclusion` is None while it is under way, else success, failure, neutral."""

    title: str
    summary: str
    conclusion: str | None = None
    annotations: tuple[Annotation, ...] = ()
