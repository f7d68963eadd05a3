"""The types of GitHub's GraphQL and their fields, as far as review threads and hidden comments need them."""

from collections.abc import Mapping

from fakes.github.comments import Comment
from fakes.github.graphql_changes import (
    can_resolve,
    find_node,
    find_pull,
    find_repository,
    minimize,
    replied_to,
    reply,
    resolve_thread,
)
from fakes.github.graphql_values import (
    Actor,
    Commit,
    Ref,
    Resolve,
    actor,
    connection,
    plain,
    viewer,
    web,
    wrote,
)
from fakes.github.threads import LineComment

Fields = Mapping[str, tuple[str, Resolve]]
_WRITTEN: Fields = {
    "id": ("", plain("node_id")),
    "databaseId": ("", plain("id")),
    "fullDatabaseId": ("", lambda thing, _: str(thing.id)),
    "body": ("", plain("body")),
    "author": ("Actor", actor("author")),
    "editor": ("Actor", actor("edited_by")),
    "createdAt": ("", plain("created_at")),
    "updatedAt": ("", plain("updated_at")),
    "lastEditedAt": ("", lambda thing, _: thing.updated_at if thing.edited_by else None),
    "includesCreatedEdit": ("", lambda thing, _: thing.edited_by is not None),
    "isMinimized": ("", lambda thing, _: thing.minimized is not None),
    "minimizedReason": ("", lambda thing, _: (thing.minimized or "").lower() or None),
    "viewerDidAuthor": ("", wrote),
    "viewerCanMinimize": ("", lambda _, asking: bool(asking.call.token)),
    "url": ("", web),
}
_SCHEMA: Mapping[str, Fields] = {
    "Query": {
        "viewer": ("Actor", viewer),
        "repository": ("Repository", lambda _, asking: find_repository(asking)),
        "node": ("Node", lambda _, asking: find_node(asking.call, asking.arguments["id"])),
    },
    "Mutation": {
        "resolveReviewThread": ("ThreadResult", lambda _, asking: resolve_thread(asking, resolved=True)),
        "unresolveReviewThread": ("ThreadResult", lambda _, asking: resolve_thread(asking, resolved=False)),
        "minimizeComment": ("MinimizeResult", lambda _, asking: minimize(asking)),
        "unminimizeComment": ("UnminimizeResult", lambda _, asking: minimize(asking)),
        "addPullRequestReviewThreadReply": ("ReplyResult", lambda _, asking: reply(asking)),
    },
    "ThreadResult": {
        "thread": ("PullRequestReviewThread", plain("thing")),
        "clientMutationId": ("", plain("client")),
    },
    "MinimizeResult": {
        "minimizedComment": ("Node", plain("thing")),
        "clientMutationId": ("", plain("client")),
    },
    "UnminimizeResult": {
        "unminimizedComment": ("Node", plain("thing")),
        "clientMutationId": ("", plain("client")),
    },
    "ReplyResult": {
        "comment": ("PullRequestReviewComment", plain("thing")),
        "clientMutationId": ("", plain("client")),
    },
    "Repository": {
        "id": ("", lambda repository, _: f"R_{repository.id}"),
        "nameWithOwner": ("", plain("name")),
        "isPrivate": ("", plain("private")),
        "defaultBranchRef": ("Ref", lambda repository, _: Ref(repository.default_branch)),
        "pullRequest": ("PullRequest", find_pull),
    },
    "Ref": {"name": ("", plain("name"))},
    "PullRequest": {
        "id": ("", lambda pull, _: f"PR_{pull.number}"),
        "number": ("", plain("number")),
        "state": ("", lambda pull, _: "MERGED" if pull.merged else pull.state.upper()),
        "isDraft": ("", plain("draft")),
        "locked": ("", plain("locked")),
        "author": ("Actor", actor("author")),
        "headRefOid": ("", plain("head_sha")),
        "baseRefOid": ("", plain("base_sha")),
        "headRefName": ("", plain("head_ref")),
        "baseRefName": ("", plain("base_ref")),
        "changedFiles": ("", lambda pull, _: len(pull.files())),
        "reviewThreads": ("PullRequestReviewThreadConnection", connection("threads")),
        "comments": ("IssueCommentConnection", connection("comments")),
    },
    "PageInfo": {
        "hasNextPage": ("", lambda page, _: page.last < page.total),
        "hasPreviousPage": ("", lambda page, _: page.first > 1),
        "endCursor": ("", lambda page, _: str(page.last) if page.rows else None),
        "startCursor": ("", lambda page, _: str(page.first) if page.rows else None),
    },
    "Bot": {"login": ("", plain("login"))},
    "User": {"login": ("", plain("login"))},
    "Commit": {"oid": ("", plain("oid"))},
    "IssueComment": _WRITTEN,
    "PullRequestReview": {
        "id": ("", lambda review, _: f"PRR_{review.id}"),
        "databaseId": ("", plain("id")),
        "state": ("", plain("state")),
        "body": ("", plain("body")),
    },
    "PullRequestReviewComment": {
        **_WRITTEN,
        "path": ("", plain("path")),
        "line": ("", lambda comment, _: comment.thread.line_now),
        "originalLine": ("", plain("line")),
        "startLine": ("", lambda comment, _: comment.thread.start_line_now),
        "outdated": ("", lambda comment, _: comment.thread.outdated),
        "diffHunk": ("", lambda comment, _: comment.thread.hunk),
        "originalCommit": ("Commit", lambda comment, _: Commit(comment.thread.commit_id)),
        "replyTo": ("PullRequestReviewComment", lambda comment, _: replied_to(comment)),
        "pullRequestReview": ("PullRequestReview", plain("review")),
    },
    "PullRequestReviewThread": {
        "id": ("", plain("node_id")),
        "isResolved": ("", plain("resolved")),
        "isOutdated": ("", plain("outdated")),
        "isCollapsed": ("", lambda thread, _: thread.resolved or thread.outdated),
        "path": ("", plain("path")),
        "line": ("", plain("line_now")),
        "startLine": ("", plain("start_line_now")),
        "originalLine": ("", plain("line")),
        "originalStartLine": ("", plain("start_line")),
        "diffSide": ("", plain("side")),
        "startDiffSide": ("", plain("start_side")),
        "subjectType": ("", lambda thread, _: "FILE" if thread.on_file else "LINE"),
        "resolvedBy": ("Actor", actor("resolved_by")),
        "viewerCanResolve": ("", lambda thread, asking: can_resolve(thread, asking) and not thread.resolved),
        "viewerCanUnresolve": ("", lambda thread, asking: can_resolve(thread, asking) and thread.resolved),
        "viewerCanReply": ("", lambda thread, _: not thread.pull.locked),
        "pullRequest": ("PullRequest", plain("pull")),
        "comments": ("PullRequestReviewCommentConnection", connection("comments")),
    },
}
"""Of each type its fields: the type of what is in it ("" for a plain value), and where that comes from."""


def fields_of(kind: str) -> Fields:
    """The fields of a type; a connection is made from what it connects."""
    inside = kind.removesuffix("Connection")
    if inside == kind:
        return _SCHEMA[kind]
    return {
        "nodes": (inside, plain("rows")),
        "pageInfo": ("PageInfo", lambda page, _: page),
        "totalCount": ("", plain("total")),
    }


def type_of(declared: str, thing: object) -> str:
    if isinstance(thing, Actor):
        return "Bot" if thing.bot else "User"
    known = {Comment: "IssueComment", LineComment: "PullRequestReviewComment"}
    return known.get(type(thing), "PullRequestReviewThread") if declared == "Node" else declared
