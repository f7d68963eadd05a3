"""Comments in a conversation, one by one."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fakes.github.answers import Answer, Call, RefusedError, Route, Stamped, checked_body, not_found
from fakes.github.openapi import filled
from fakes.github.people import association, user

if TYPE_CHECKING:
    from fakes.github.issues import Issue

_WRITES = ("issues:write", "pull_requests:write")


@dataclass(slots=True)
class Comment(Stamped):
    """A comment on an issue or a pull request."""

    issue: "Issue" = field(kw_only=True, repr=False)
    id: int = field(kw_only=True)

    @property
    def node_id(self) -> str:
        return f"IC_{self.id}"

    def edit_as(self, by: str, body: str) -> None:
        """Let somebody change the text."""
        self.edit(body, by, self.issue.repository.world.now())

    def delete(self) -> None:
        self.issue.comments.remove(self)

    def json(self, root: str) -> dict[str, Any]:
        """As the API shows it."""
        api = f"{root}/repos/{self.issue.repository.name}"
        page = f"{self.issue.repository.world.url}/{self.issue.repository.name}/pull/{self.issue.number}"
        return filled(
            "issue-comment",
            {
                "id": self.id,
                "node_id": self.node_id,
                "body": self.body,
                "user": user(self.author, root),
                "author_association": association(self.author),
                "created_at": self.created_at,
                "updated_at": self.updated_at,
                "url": f"{api}/issues/comments/{self.id}",
                "issue_url": self.issue.url(root),
                "html_url": f"{page}#issuecomment-{self.id}",
            },
        )


def may_change(call: Call, author: str) -> None:
    """Only an author's own text is changed here: GitHub lets maintainers change more, reviewbot never may."""
    if call.login != author:
        raise RefusedError(403, "Must have admin rights to Repository.")


def _of(call: Call) -> Comment:
    wanted = int(call.names["comment_id"])
    for issue in call.repository.issues.values():
        for each in issue.comments:
            if each.id == wanted:
                return each
    raise not_found()


def _get(call: Call) -> Answer:
    return Answer(_of(call).json(call.root))


def _edit(call: Call) -> Answer:
    comment = _of(call)
    may_change(call, comment.author)
    comment.edit_as(call.login, checked_body(call, "IssueComment", call.body["body"]))
    return Answer(comment.json(call.root))


def _delete(call: Call) -> Answer:
    comment = _of(call)
    may_change(call, comment.author)
    comment.delete()
    return Answer(status=204)


_ONE = "/repos/{owner}/{repo}/issues/comments/{comment_id}"
ROUTES = (
    Route("GET", _ONE, _get, ("issues:read", "pull_requests:read")),
    Route("PATCH", _ONE, _edit, _WRITES),
    Route("DELETE", _ONE, _delete, _WRITES),
)
