"""Reviews and the threads of comments on lines, and where they stand after the head moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fakes.github.answers import Stamped
from fakes.github.hunks import excerpt, row_at, rows
from fakes.github.openapi import filled
from fakes.github.people import association, user

if TYPE_CHECKING:
    from fakes.github.pulls import Pull


@dataclass(slots=True)
class Review(Stamped):
    """A review; `state` is COMMENTED, APPROVED, CHANGES_REQUESTED or PENDING."""

    pull: "Pull" = field(kw_only=True, repr=False)
    id: int = field(kw_only=True)
    state: str = field(kw_only=True)
    commit_id: str = field(kw_only=True)

    @property
    def comments(self) -> list["LineComment"]:
        return [each for each in self.pull.line_comments if each.review is self]

    def json(self, root: str) -> dict[str, Any]:
        """As the API shows it."""
        web = f"{self.pull.repository.world.url}/{self.pull.repository.name}/pull/{self.pull.number}"
        link, page = self.pull.url(root, "pulls"), f"{web}#pullrequestreview-{self.id}"
        return filled(
            "pull-request-review",
            {
                "id": self.id,
                "node_id": f"PRR_{self.id}",
                "user": user(self.author, root),
                "author_association": association(self.author),
                "body": self.body,
                "state": self.state,
                "commit_id": self.commit_id,
                "submitted_at": self.created_at,
                "html_url": page,
                "pull_request_url": link,
                "_links": {"html": {"href": page}, "pull_request": {"href": link}},
            },
        )


@dataclass(slots=True)
class Thread:
    """A thread, on lines or (`line` None) on a file. Places are those of `commit_id`."""

    pull: "Pull" = field(repr=False)
    id: int
    commit_id: str
    path: str
    line: int | None
    side: str
    start_line: int | None
    start_side: str | None
    resolved_by: str | None = None
    comments: list["LineComment"] = field(default_factory=list)

    @property
    def node_id(self) -> str:
        return f"PRRT_{self.id}"

    @property
    def resolved(self) -> bool:
        return self.resolved_by is not None

    @property
    def on_file(self) -> bool:
        return self.line is None

    @property
    def line_now(self) -> int | None:
        """The line's number in the present diff, None when it is not in it any more."""
        return self._now(self.line, self.side)

    @property
    def start_line_now(self) -> int | None:
        return self._now(self.start_line, self.start_side or self.side) if self.line_now else None

    @property
    def outdated(self) -> bool:
        return not self.on_file and self.line_now is None

    def add(self, author: str, body: str, review: Review | None = None) -> "LineComment":
        """One more comment."""
        world = self.pull.repository.world
        made = LineComment(
            author, body, world.now(), thread=self, id=world.new_id("line comment"), review=review
        )
        self.comments.append(made)
        return made

    def reply(self, author: str, body: str) -> "LineComment":
        """Answer in the thread; GitHub makes a review of its own for it."""
        return self.add(author, body, open_review(self.pull, author))

    def _now(self, line: int | None, side: str) -> int | None:
        """Follow a line over pushes: unchanged lines keep their comment wherever the diff shows them."""
        if line is None:
            return None
        now = line if side == "LEFT" else _followed(self.pull, self.path, self.commit_id, line)
        return now if row_at(self.pull.patch(self.path) or "", now, side) else None

    @property
    def position(self) -> int | None:
        """The row of the present patch, the old way of naming a line; 1 for a file."""
        row = row_at(self.pull.patch(self.path) or "", self.line_now, self.side)
        return 1 if self.on_file else row.place if row else None

    @property
    def original_position(self) -> int:
        row = row_at(self._patch, self.line, self.side)
        return row.place if row else 1

    @property
    def hunk(self) -> str:
        """The `diff_hunk` of the place where it was made."""
        row = row_at(self._patch, self.line, self.side)
        return excerpt(self._patch, row) if row else ""

    @property
    def _patch(self) -> str:
        return self.pull.patch(self.path, self.commit_id) or ""


@dataclass(slots=True)
class LineComment(Stamped):
    """A comment on lines or on a file."""

    thread: Thread = field(kw_only=True, repr=False)
    id: int = field(kw_only=True)
    review: Review | None = field(kw_only=True, default=None, repr=False)

    @property
    def node_id(self) -> str:
        return f"PRRC_{self.id}"

    @property
    def path(self) -> str:
        return self.thread.path

    @property
    def line(self) -> int | None:
        return self.thread.line

    def edit_as(self, by: str, body: str) -> None:
        """Let somebody change the text."""
        self.edit(body, by, self.thread.pull.repository.world.now())

    def delete(self) -> None:
        """Remove it, and its thread when it was the only one."""
        self.thread.comments.remove(self)
        if not self.thread.comments:
            self.thread.pull.threads.remove(self.thread)

    def json(self, root: str, schema: str = "pull-request-review-comment") -> dict[str, Any]:
        """As the API shows it."""
        thread, pull = self.thread, self.thread.pull
        api = f"{root}/repos/{pull.repository.name}/pulls/comments/{self.id}"
        web = f"{pull.repository.world.url}/{pull.repository.name}/pull/{pull.number}#discussion_r{self.id}"
        link, first = pull.url(root, "pulls"), thread.comments[0]
        shown = filled(
            schema,
            {
                "id": self.id,
                "node_id": self.node_id,
                "body": self.body,
                "user": user(self.author, root),
                "author_association": association(self.author),
                "path": thread.path,
                "line": thread.line_now,
                "original_line": thread.line,
                "side": thread.side,
                "start_line": thread.start_line_now,
                "original_start_line": thread.start_line,
                "start_side": thread.start_side,
                "position": thread.position,
                "original_position": thread.original_position,
                "subject_type": "file" if thread.on_file else "line",
                "diff_hunk": thread.hunk,
                "commit_id": thread.commit_id if thread.outdated else pull.head_sha,
                "original_commit_id": thread.commit_id,
                "pull_request_review_id": self.review.id if self.review else None,
                "created_at": self.created_at,
                "updated_at": self.updated_at,
                "url": api,
                "html_url": web,
                "pull_request_url": link,
                "_links": {"self": {"href": api}, "html": {"href": web}, "pull_request": {"href": link}},
            },
        )
        return shown if self is first else {**shown, "in_reply_to_id": first.id}


def open_review(
    pull: "Pull", author: str, body: str = "", state: str = "COMMENTED", commit: str = ""
) -> Review:
    """One more review."""
    world = pull.repository.world
    made = Review(
        author,
        body,
        world.now(),
        pull=pull,
        id=world.new_id("review"),
        state=state,
        commit_id=commit or pull.head_sha,
    )
    pull.reviews.append(made)
    return made


def open_thread(
    pull: "Pull", author: str, asked: Mapping[str, Any], commit: str = "", review: Review | None = None
) -> LineComment:
    """A new thread with its first comment."""
    side = asked.get("side") or "RIGHT"
    on_file = asked.get("subject_type") == "file"
    start = asked.get("start_line")
    thread = Thread(
        pull,
        pull.repository.world.new_id("thread"),
        commit or pull.head_sha,
        asked["path"],
        None if on_file else asked["line"],
        side,
        start,
        (asked.get("start_side") or side) if start is not None else None,
    )
    pull.threads.append(thread)
    return thread.add(author, asked["body"], review or open_review(pull, author))


def _followed(pull: "Pull", path: str, old: str, line: int) -> int | None:
    """The number that a line of `old` has at the head, None when it was changed or removed."""
    between = next(
        (
            each
            for each in pull.repository.objects.diff(old, pull.head_sha)
            if path in {each.path, each.old_path}
        ),
        None,
    )
    if between is None:
        return line
    if between.path != path or between.status == "removed":
        return None
    moved = 0
    for row in rows(between.patch):
        if row.left is not None:
            if row.left == line:
                return None
            moved -= row.left < line
        elif row.text.startswith("+") and row.right is not None and row.right - moved <= line:
            moved += 1
    return line + moved
