"""What GraphQL looks up and changes: nodes, threads, hidden comments."""

from fakes.github.answers import Call
from fakes.github.comments import Comment
from fakes.github.graphql_values import Asking, QueryError, Result, SchemaError
from fakes.github.issues import Issue
from fakes.github.pulls import Pull
from fakes.github.repositories import Repository
from fakes.github.threads import LineComment, Thread

_FORBIDDEN = "Resource not accessible by integration"
_REASONS = {"SPAM", "ABUSE", "OFF_TOPIC", "OUTDATED", "DUPLICATE", "RESOLVED", "LOW_QUALITY"}


def can_resolve(thread: Thread, asking: Asking) -> bool:
    """Whether an asker may.

    An app must be allowed to write contents too: pull_requests:write is not enough, as many found out.
    """
    token = asking.call.token
    if token is None:
        return False
    both = token.may("contents:write") and token.may("pull_requests:write")
    return both or (token.person and token.login == thread.pull.author)


def replied_to(comment: LineComment) -> LineComment | None:
    first = comment.thread.comments[0]
    return None if first is comment else first


def find_repository(asking: Asking) -> Repository:
    name = f"{asking.arguments['owner']}/{asking.arguments['name']}"
    found = asking.call.world.repositories.get(name.lower())
    if found is None:
        raise QueryError("NOT_FOUND", f"Could not resolve to a Repository with the name '{name}'.")
    return found


def find_pull(repository: Repository, asking: Asking) -> Pull:
    number = asking.arguments["number"]
    if number not in repository.pulls:
        raise QueryError("NOT_FOUND", f"Could not resolve to a PullRequest with the number of {number}.")
    return repository.pulls[number]


Node = Comment | LineComment | Thread


def find_node(call: Call, node_id: str) -> Node:
    for repository in call.world.repositories.values():
        for issue in repository.issues.values():
            for each in _nodes(issue):
                if each.node_id == node_id:
                    return each
    raise QueryError("NOT_FOUND", f"Could not resolve to a node with the global id of '{node_id}'")


def _nodes(issue: Issue) -> list[Node]:
    written: list[Node] = [*issue.comments]
    return [*written, *issue.threads, *issue.line_comments] if isinstance(issue, Pull) else written


def _thread(asking: Asking, name: str) -> Thread:
    found = find_node(asking.call, asking.arguments["input"][name])
    if not isinstance(found, Thread):
        raise QueryError("NOT_FOUND", "Could not resolve to a PullRequestReviewThread.")
    return found


def _given(asking: Asking, thing: object) -> Result:
    return Result(thing, asking.arguments["input"].get("clientMutationId"))


def resolve_thread(asking: Asking, *, resolved: bool) -> Result:
    thread = _thread(asking, "threadId")
    if not can_resolve(thread, asking):
        raise QueryError("FORBIDDEN", _FORBIDDEN)
    thread.resolved_by = asking.call.login if resolved else None
    return _given(asking, thread)


def _writing(asking: Asking) -> None:
    token = asking.call.token
    if token is None or not token.may("pull_requests:write"):
        raise QueryError("FORBIDDEN", _FORBIDDEN)


def minimize(asking: Asking) -> Result:
    _writing(asking)
    reason = asking.arguments["input"].get("classifier")
    if reason is not None and reason not in _REASONS:
        raise SchemaError(f"{reason} is no ReportedContentClassifiers")
    found = find_node(asking.call, asking.arguments["input"]["subjectId"])
    if isinstance(found, Thread):
        raise QueryError("UNPROCESSABLE", "A thread cannot be minimized.")
    found.minimized = reason
    return _given(asking, found)


def reply(asking: Asking) -> Result:
    _writing(asking)
    thread = _thread(asking, "pullRequestReviewThreadId")
    return _given(asking, thread.reply(asking.call.login, asking.arguments["input"]["body"]))
