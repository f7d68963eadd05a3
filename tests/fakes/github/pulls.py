"""Pull requests: their heads that move, and the API that shows them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fakes.github.answers import Answer, Call, RefusedError, Route, error
from fakes.github.files import file_rows, too_large
from fakes.github.issues import Issue, label
from fakes.github.objects import Changed, Changes, Tree
from fakes.github.openapi import filled
from fakes.github.people import association, user
from fakes.github.threads import LineComment, Review, Thread, open_thread

if TYPE_CHECKING:
    from fakes.github.repositories import Repository

_READS = ("pull_requests:read",)


@dataclass(slots=True)
class Pull(Issue):
    """A pull request.

    `base_sha` is the base's tip when the head last moved, as GitHub has it: not the merge base, and stale
    when the base moves. `heads` are all commits that were its head, the last one last.
    """

    base_ref: str = field(kw_only=True)
    head_ref: str = field(kw_only=True)
    head_repository: "Repository" = field(kw_only=True, repr=False)
    draft: bool = False
    merged: bool = False
    base_sha: str = ""
    heads: list[str] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)

    @property
    def head_sha(self) -> str:
        return self.heads[-1]

    @property
    def merge_base(self) -> str:
        """What git computes from the base's tip now."""
        objects = self.repository.objects
        tip = objects.resolve(self.base_ref) or self.base_sha
        return objects.merge_base(tip, self.head_sha) or self.base_sha

    @property
    def line_comments(self) -> list[LineComment]:
        """All comments on lines and files, in the order in which they were made."""
        return sorted((each for thread in self.threads for each in thread.comments), key=lambda each: each.id)

    def start(self, tree: Tree) -> None:
        """Give it its first head: the whole `tree` on top of the base."""
        base = self.repository.objects.resolve(self.base_ref)
        assert base
        self._moved(self.repository.objects.commit(tree, [base], whole=True, message="head"))

    def push(self, changes: Changes, message: str = "more") -> str:
        """Add a commit with `changes` (None removes) to the head; returns its id."""
        return self._moved(self.repository.objects.commit(changes, [self.head_sha], message=message))

    def force_push(self, tree: Tree, message: str = "rewritten") -> str:
        """Replace all commits by one with the whole `tree` on top of the merge base; returns its id."""
        return self._moved(
            self.repository.objects.commit(tree, [self.merge_base], whole=True, message=message)
        )

    def _moved(self, sha: str) -> str:
        objects = self.repository.objects
        self.base_sha = objects.resolve(self.base_ref) or self.base_sha
        self.heads.append(sha)
        objects.move(f"refs/pull/{self.number}/head", sha)
        if self.head_repository is self.repository:
            objects.move(f"refs/heads/{self.head_ref}", sha)
        return sha

    def make_merge_ref(self) -> str:
        """Make `refs/pull/N/merge`, as GitHub does when a pull request can be merged; returns its commit."""
        objects, base = self.repository.objects, self.repository.objects.resolve(self.base_ref)
        assert base
        tree = objects.line("merge-tree", "--write-tree", base, self.head_sha)
        assert tree, "it cannot be merged"
        names = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
        parents = ("-p", base, "-p", self.head_sha)
        sha = objects.line(*names, "commit-tree", tree, *parents, "-m", "merge")
        assert sha
        objects.move(f"refs/pull/{self.number}/merge", sha)
        return sha

    def merge(self) -> str:
        """Merge it."""
        sha = self.make_merge_ref()
        self.repository.objects.move(f"refs/heads/{self.base_ref}", sha)
        self.state, self.merged = "closed", True
        return sha

    def close(self) -> None:
        self.state = "closed"

    def reopen(self) -> None:
        self.state = "open"

    def delete_branch(self) -> None:
        """Remove the head's branch; `refs/pull/N/head` stays."""
        self.repository.objects.move(f"refs/heads/{self.head_ref}", None)

    def files(self, head: str = "") -> tuple[Changed, ...]:
        """What it changes: merge base to head."""
        return self.repository.objects.diff(self.merge_base, head or self.head_sha)

    def changed(self, path: str, head: str = "") -> Changed | None:
        """What it changes in one file."""
        return next((each for each in self.files(head) if each.path == path), None)

    def patch(self, path: str, head: str = "") -> str | None:
        """The patch that comments are held against; None when the file is not in the diff."""
        changed = self.changed(path, head)
        fits = changed and changed.patch_lines <= self.repository.world.limits.patch_lines_of_a_file
        return None if changed is None else changed.patch if fits else ""

    def line_comment(self, body: str, *, by: str, path: str, line: int, side: str = "RIGHT") -> LineComment:
        """Let somebody start a thread on a line of the diff."""
        return open_thread(self, by, {"body": body, "path": path, "line": line, "side": side})

    def reply(self, comment: LineComment, body: str, *, by: str) -> LineComment:
        """Let somebody answer in a thread."""
        return comment.thread.reply(by, body)

    def event(self, action: str = "synchronize", *, sender: str = "") -> dict[str, Any]:
        """The payload of a `pull_request` event, as GITHUB_EVENT_PATH holds it."""
        root = self.repository.world.url
        payload: dict[str, Any] = {
            "action": action,
            "number": self.number,
            "pull_request": self.json(root),
            "repository": self.repository.json(root),
            "sender": user(sender or self.author, root),
        }
        if action == "synchronize":
            payload |= {"before": self.heads[-2] if len(self.heads) > 1 else "0" * 40, "after": self.head_sha}
        return payload

    def json(self, root: str) -> dict[str, Any]:
        """As the pulls API shows it."""
        files, api = self.files(), self.url(root, "pulls")
        web = f"{self.repository.world.url}/{self.repository.name}/pull/{self.number}"
        links = filled("pull-request", {})["_links"]
        return filled(
            "pull-request",
            {
                "id": self.number,
                "node_id": f"PR_{self.number}",
                "number": self.number,
                "title": self.title,
                "body": self.body,
                "state": self.state,
                "draft": self.draft,
                "merged": self.merged,
                "locked": self.locked,
                "user": user(self.author, root),
                "author_association": association(self.author),
                "labels": [label(name, root) for name in self.labels],
                "created_at": self.created_at,
                "updated_at": self.created_at,
                "additions": sum(each.additions for each in files),
                "deletions": sum(each.deletions for each in files),
                "changed_files": len(files),
                "commits": len(self.repository.objects.history(self.merge_base, self.head_sha)),
                "comments": len(self.comments),
                "review_comments": len(self.line_comments),
                "base": _side(self.repository, self.base_ref, self.base_sha, root),
                "head": _side(self.head_repository, self.head_ref, self.head_sha, root),
                "url": api,
                "html_url": web,
                "issue_url": self.url(root),
                "comments_url": f"{self.url(root)}/comments",
                "diff_url": f"{web}.diff",
                "_links": {**links, "self": {"href": api}, "html": {"href": web}},
            },
        )


def _side(repository: "Repository", ref: str, sha: str, root: str) -> dict[str, Any]:
    owner = repository.name.split("/")[0]
    return {
        "label": f"{owner}:{ref}",
        "ref": ref,
        "sha": sha,
        "repo": repository.json(root),
        "user": user(owner, root),
    }


def _get(call: Call) -> Answer:
    pull = call.pull
    if not call.wants("diff"):
        return Answer(pull.json(call.root))
    if reason := too_large(pull.files(), call.world.limits):
        advice = "Consider using 'List pull requests files' API or locally cloning the repository instead."
        raise RefusedError(406, f"{reason} {advice}", [error("PullRequest", "diff", "too_large")])
    text = pull.repository.objects.diff_text(pull.merge_base, pull.head_sha)
    return Answer(text, content_type="application/vnd.github.diff; charset=utf-8")


def _list(call: Call) -> Answer:
    state = call.query.get("state", "open")
    pulls = [each for each in call.repository.pulls.values() if state in {"all", each.state}]
    return call.listed(pulls[::-1], Pull.json)


def _files(call: Call) -> Answer:
    pull = call.pull
    shown, headers = call.page(pull.files()[: call.world.limits.files])
    return Answer(file_rows(pull.repository, shown, pull.head_sha, call.root), headers=headers)


_ONE = "/repos/{owner}/{repo}/pulls/{pull_number}"
ROUTES = (
    Route("GET", "/repos/{owner}/{repo}/pulls", _list, _READS),
    Route("GET", _ONE, _get, _READS),
    Route("GET", f"{_ONE}/files", _files, _READS),
)
