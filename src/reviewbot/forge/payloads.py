"""The JSON of GitHub's REST API, as far as anybody reads it: types are checked, other keys are let be."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from reviewbot.forge.values import (
    GHOST,
    Comment,
    Issue,
    Pull,
    PullFile,
    Review,
    ReviewComment,
    TreeEntry,
)
from reviewbot.spans import Side

_SIDES = {"LEFT": Side.OLD, "RIGHT": Side.NEW}

Id = Annotated[int, Field(gt=0)]
Sha = Annotated[str, Field(pattern=r"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
Count = Annotated[int, Field(ge=0)]


class Payload(BaseModel):
    """A part of an answer; nothing is converted."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class User(Payload):
    """Who wrote something."""

    login: str


def author(user: User | None) -> str:
    """The login, also of somebody who is gone."""
    return user.login if user else GHOST


class Repository(Payload):
    """A repository."""

    full_name: str
    default_branch: str = ""


class PullBranch(Payload):
    """One end of a pull request."""

    ref: str
    sha: Sha
    repo: Repository | None


class PullBase(PullBranch):
    """The end that is never gone."""

    repo: Repository


class PullPayload(Payload):
    """A pull request."""

    number: Id
    state: str
    merged: bool
    draft: bool | None = None
    locked: bool = False
    user: User | None
    head: PullBranch
    base: PullBase
    changed_files: Count

    def value(self) -> Pull:
        """As the rest of the program knows it."""
        head = self.head.repo.full_name if self.head.repo else None
        repo = self.base.repo.full_name
        return Pull(
            repo=repo,
            number=self.number,
            state=self.state,
            merged=self.merged,
            draft=bool(self.draft),
            locked=self.locked,
            head_sha=self.head.sha,
            base_sha=self.base.sha,
            base_ref=self.base.ref,
            head_repo=head,
            fork=head is None or head.lower() != repo.lower(),
            author=author(self.user),
            changed_files=self.changed_files,
        )


class FilePayload(Payload):
    """A row of a pull request's files."""

    filename: str
    previous_filename: str | None = None
    status: str
    additions: Count
    deletions: Count
    patch: str | None = None
    sha: str | None

    def value(self) -> PullFile:
        """As the rest of the program knows it."""
        return PullFile(
            self.filename,
            self.previous_filename,
            self.status,
            self.additions,
            self.deletions,
            self.patch,
            self.sha,
        )


class BlobPayload(Payload):
    """A blob, or a file at a commit; large files come with encoding "none" and no content."""

    type: str = "file"
    encoding: str = ""
    content: str = ""
    sha: Sha


class TreePayload(Payload):
    """One row of a tree."""

    path: str
    mode: str
    sha: Sha
    type: str
    size: Count | None = None

    def value(self) -> TreeEntry:
        """As the rest of the program knows it."""
        return TreeEntry(self.path, self.mode, self.sha, self.size)


class TreesPayload(Payload):
    """A tree."""

    tree: list[TreePayload]
    truncated: bool


class Commit(Payload):
    """A commit's name."""

    sha: Sha


class ComparePayload(Payload):
    """What two commits have in common."""

    merge_base_commit: Commit


class CommentPayload(Payload):
    """A comment in the conversation."""

    id: Id
    node_id: str
    user: User | None
    body: str | None = None
    created_at: str

    def value(self) -> Comment:
        """As the rest of the program knows it."""
        return Comment(self.id, self.node_id, author(self.user), self.body or "", self.created_at)


class IssuePayload(Payload):
    """An issue, or the conversation of a pull request, which has a link to that."""

    number: Id
    user: User | None
    title: str
    body: str | None = None
    state: Literal["open", "closed"]
    pull_request: dict[str, object] | None = None

    def value(self) -> Issue:
        """As the rest of the program knows it."""
        return Issue(self.number, author(self.user), self.title, self.body or "", self.state == "open")


class ReviewPayload(Payload):
    """A review."""

    id: Id
    user: User | None
    body: str | None
    commit_id: str | None = None

    def value(self) -> Review:
        """As the rest of the program knows it."""
        return Review(self.id, author(self.user), self.body or "", self.commit_id)


class LinePayload(Payload):
    """A comment on lines or on a file."""

    id: Id
    node_id: str
    user: User | None
    body: str
    path: str
    line: int | None = None
    side: Literal["LEFT", "RIGHT"] | None = None
    in_reply_to_id: int | None = None
    pull_request_review_id: int | None = None

    def value(self) -> ReviewComment:
        """As the rest of the program knows it."""
        return ReviewComment(
            self.id,
            self.node_id,
            author(self.user),
            self.body,
            self.path,
            self.line,
            _SIDES[self.side] if self.side else None,
            self.in_reply_to_id,
            self.pull_request_review_id,
        )


class CheckOutput(Payload):
    """What a check run says."""

    annotations_count: Count = 0


class CheckPayload(Payload):
    """A check run."""

    id: Id
    output: CheckOutput


class SarifPayload(Payload):
    """The receipt of an upload."""

    id: str
