"""Issues, what pull requests share with them, their comments and their labels."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fakes.github.answers import Answer, Call, RefusedError, Route, checked_body, invalid, lacking, not_found
from fakes.github.comments import Comment
from fakes.github.openapi import filled
from fakes.github.people import association, user

if TYPE_CHECKING:
    from fakes.github.repositories import Repository

_WRITES = ("issues:write", "pull_requests:write")
_READS = ("issues:read", "pull_requests:read")


@dataclass(slots=True)
class Issue:
    """An issue, or a pull request's conversation."""

    repository: "Repository"
    number: int
    title: str
    author: str
    body: str
    created_at: str
    labels: list[str] = field(default_factory=list)
    state: str = "open"
    locked: bool = False
    edited_by: str | None = None
    comments: list[Comment] = field(default_factory=list)

    def comment(self, body: str, by: str) -> Comment:
        """Let somebody comment."""
        world = self.repository.world
        made = Comment(by, body, world.now(), issue=self, id=world.new_id("comment"))
        self.comments.append(made)
        return made

    def lock(self) -> None:
        self.locked = True

    def edit_as(self, by: str, body: str) -> None:
        """Let somebody change the text."""
        self.body, self.edited_by = body, by

    def close(self) -> None:
        self.state = "closed"

    @property
    def is_pull(self) -> bool:
        return self.number in self.repository.pulls

    def url(self, root: str, kind: str = "issues") -> str:
        return f"{root}/repos/{self.repository.name}/{kind}/{self.number}"

    def issue_json(self, root: str) -> dict[str, Any]:
        """As the issues API shows it."""
        page = "pull" if self.is_pull else "issues"
        shown = filled(
            "issue",
            {
                "id": self.number,
                "node_id": f"I_{self.number}",
                "number": self.number,
                "title": self.title,
                "body": self.body,
                "state": self.state,
                "locked": self.locked,
                "user": user(self.author, root),
                "author_association": association(self.author),
                "labels": [label(name, root) for name in self.labels],
                "comments": len(self.comments),
                "created_at": self.created_at,
                "updated_at": self.created_at,
                "url": self.url(root),
                "comments_url": f"{self.url(root)}/comments",
                "html_url": f"{self.repository.world.url}/{self.repository.name}/{page}/{self.number}",
            },
        )
        if self.is_pull:
            link = self.url(root, "pulls")
            shown["pull_request"] = {"url": link, "html_url": link, "diff_url": link, "patch_url": link}
        return shown


def label(name: str, root: str) -> dict[str, Any]:
    """A label as the API shows it."""
    return filled("label", {"name": name, "color": "ededed", "url": f"{root}/labels/{name}"})


def issue_of(call: Call) -> Issue:
    """The issue that a path names."""
    found = call.repository.issues.get(int(call.names["issue_number"]))
    if found is None:
        raise not_found()
    return found


def _permit(call: Call, issue: Issue) -> None:
    """What a token may do to pull requests, it may not do to issues."""
    if not issue.is_pull and call.token and not call.token.may("issues:write"):
        raise lacking(call.token, ("issues:write",))


def _names(labels: Iterable[Any]) -> list[str]:
    return [each if isinstance(each, str) else each["name"] for each in labels]


def _get(call: Call) -> Answer:
    return Answer(issue_of(call).issue_json(call.root))


def _list(call: Call) -> Answer:
    state, wanted = (
        call.query.get("state", "open"),
        set(filter(None, call.query.get("labels", "").split(","))),
    )
    creator = call.query.get("creator")
    rows = [
        issue
        for issue in call.repository.issues.values()
        if state in {"all", issue.state} and wanted <= set(issue.labels) and creator in {None, issue.author}
    ]
    newest_first = rows if call.query.get("direction") == "asc" else rows[::-1]
    return call.listed(newest_first, Issue.issue_json)


def _create(call: Call) -> Answer:
    if not str(call.body["title"]).strip():
        raise invalid("Issue", "title", "missing_field")
    body = checked_body(call, "Issue", call.body["body"]) if call.body.get("body") else ""
    labels = _names(call.body.get("labels", ()))
    made = call.repository.issue(str(call.body["title"]), body, by=call.login, labels=labels)
    return Answer(made.issue_json(call.root), 201)


def _edit(call: Call) -> Answer:
    issue, asked = issue_of(call), call.body or {}
    _permit(call, issue)
    if asked.get("body"):
        issue.body = checked_body(call, "Issue", asked["body"])
    issue.title = asked.get("title") or issue.title
    issue.state = asked.get("state") or issue.state
    if "labels" in asked:
        issue.labels = _names(asked["labels"])
    return Answer(issue.issue_json(call.root))


def _add_labels(call: Call) -> Answer:
    issue = issue_of(call)
    asked = call.body["labels"] if isinstance(call.body, dict) else call.body or ()
    issue.labels = list(dict.fromkeys([*issue.labels, *_names(asked)]))
    return Answer([label(name, call.root) for name in issue.labels])


def _list_comments(call: Call) -> Answer:
    since = call.query.get("since", "")
    return call.listed([each for each in issue_of(call).comments if each.updated_at >= since], Comment.json)


def _create_comment(call: Call) -> Answer:
    issue = issue_of(call)
    if issue.locked:
        raise RefusedError(403, "Unable to create comment because issue is locked.")
    made = issue.comment(checked_body(call, "IssueComment", call.body["body"]), call.login)
    return Answer(made.json(call.root), 201)


_ONE = "/repos/{owner}/{repo}/issues/{issue_number}"
ROUTES = (
    Route("GET", "/repos/{owner}/{repo}/issues", _list, _READS),
    Route("POST", "/repos/{owner}/{repo}/issues", _create, ("issues:write",)),
    Route("GET", _ONE, _get, _READS),
    Route("PATCH", _ONE, _edit, _WRITES),
    Route("POST", f"{_ONE}/labels", _add_labels, _WRITES),
    Route("GET", f"{_ONE}/comments", _list_comments, _READS),
    Route("POST", f"{_ONE}/comments", _create_comment, _WRITES),
)
