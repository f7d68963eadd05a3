"""GraphQL: threads, who may resolve them, hidden comments."""

from typing import Any

import pytest

from fakes.github.clients import send
from fakes.github.server import ACTIONS_TOKEN, FORK_TOKEN, FULL_TOKEN, PERSON_TOKEN, GithubServer, Pull

THREADS = """
query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 2, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line viewerCanResolve
                comments(first: 10) { nodes { databaseId body author { __typename login } } } }
      }
    }
  }
}
"""
RESOLVE = "mutation($id: ID!) { resolveReviewThread(input: {threadId: $id}) { thread { isResolved } } }"
HIDE = (
    "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED})"
    " { minimizedComment { isMinimized minimizedReason } } }"
)


def opened(server: GithubServer) -> Pull:
    return server.repository().pull({"a": "1\n"}, {"a": "2\n3\n4\n"})


def ask(server: GithubServer, query: str, token: str = ACTIONS_TOKEN, **variables: object) -> Any:  # noqa: ANN401 - JSON
    found = send(server, "POST", "/graphql", {"query": query, "variables": variables}, token=token)
    assert found.status == 200
    return found.body


def threads(server: GithubServer, after: str | None = None) -> Any:  # noqa: ANN401 - JSON
    found = ask(server, THREADS, owner="octo", name="shop", number=1, after=after)
    return found["data"]["repository"]["pullRequest"]["reviewThreads"]


def test_threads_are_listed_page_by_page() -> None:
    with GithubServer() as server:
        pull = opened(server)
        made = [pull.line_comment(f"on {n}", by="github-actions[bot]", path="a", line=n) for n in (1, 2, 3)]
        pull.reply(made[0], "why?", by="alice")
        first = threads(server)
        assert (first["totalCount"], first["pageInfo"]["hasNextPage"], len(first["nodes"])) == (3, True, 2)
        assert [each["author"] for each in first["nodes"][0]["comments"]["nodes"]] == [
            {"__typename": "Bot", "login": "github-actions"},
            {"__typename": "User", "login": "alice"},
        ]
        second = threads(server, first["pageInfo"]["endCursor"])
        assert (second["nodes"][0]["line"], second["pageInfo"]["hasNextPage"]) == (3, False)


@pytest.mark.parametrize(
    ("token", "allowed"),
    [(ACTIONS_TOKEN, False), (FORK_TOKEN, False), (FULL_TOKEN, True), (PERSON_TOKEN, True)],
)
def test_a_thread_is_resolved_by_who_may_write_contents(token: str, allowed: bool) -> None:  # noqa: FBT001 - a case
    with GithubServer() as server:
        pull = opened(server)
        thread = pull.line_comment("look", by="github-actions[bot]", path="a", line=1).thread
        found = ask(server, RESOLVE, token, id=thread.node_id)
        assert thread.resolved is allowed
        if allowed:
            assert found["data"]["resolveReviewThread"]["thread"] == {"isResolved": True}
        else:
            assert found["data"] == {"resolveReviewThread": None}
            assert found["errors"][0]["type"] == "FORBIDDEN"
        assert len(server.writes) == 1


def test_a_node_that_is_not_there_is_an_error_with_status_200() -> None:
    with GithubServer() as server:
        opened(server)
        found = ask(server, RESOLVE, FULL_TOKEN, id="PRRT_9")
        assert found["errors"][0]["type"] == "NOT_FOUND"


def test_a_comment_is_hidden_with_a_reason() -> None:
    with GithubServer() as server:
        comment = opened(server).comment("old", by="github-actions[bot]")
        found = ask(server, HIDE, id=comment.node_id)
        assert found["data"]["minimizeComment"]["minimizedComment"] == {
            "isMinimized": True,
            "minimizedReason": "outdated",
        }
        assert comment.minimized == "OUTDATED"


def test_a_connection_needs_a_page_size_of_at_most_100() -> None:
    query = (
        '{ repository(owner: "octo", name: "shop") { pullRequest(number: 1) { comments%s { totalCount } } } }'
    )
    with GithubServer() as server:
        opened(server)
        assert ask(server, query % "")["errors"][0]["type"] == "MISSING_PAGINATION_BOUNDARIES"
        assert ask(server, query % "(first: 101)")["errors"][0]["type"] == "EXCESSIVE_PAGINATION"
        assert "errors" not in ask(server, query % "(last: 100)")


def test_a_bot_is_told_its_whole_name() -> None:
    with GithubServer() as server:
        assert ask(server, "{ viewer { login } }")["data"]["viewer"]["login"] == "github-actions[bot]"
        assert send(server, "POST", "/graphql", {"query": "{ viewer { login } }"}, token="").status == 401


def test_who_edited_a_comment_is_told() -> None:
    with GithubServer() as server:
        comment = opened(server).comment("old", by="github-actions[bot]")
        comment.edit_as("alice", "new")
        query = "query($id: ID!) { node(id: $id) { ... on IssueComment { body editor { login } } } }"
        assert ask(server, query, id=comment.node_id)["data"]["node"] == {
            "body": "new",
            "editor": {"login": "alice"},
        }
