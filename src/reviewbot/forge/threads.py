"""What only GraphQL can do: threads, folding comments away, and saying who a workflow's token is."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import TypeVar

from reviewbot.forge import needs
from reviewbot.forge.address import repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.errors import Forbidden
from reviewbot.forge.graphql_payloads import Data, Minimized, RepositoryThreads, Resolved, Viewer
from reviewbot.forge.needs import Need
from reviewbot.forge.payloads import Payload
from reviewbot.forge.values import Thread

P = TypeVar("P", bound=Payload)

WORKFLOW = "github-actions[bot]"
"""Who a workflow's own token writes as."""

_MOST_PAGES = 1_000
_THREADS = """query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviewThreads(first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id isResolved comments(first: 100) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body author { __typename login } }
      } }
    }
  } }
}"""
_RESOLVE = """mutation($id: ID!) {
  resolveReviewThread(input: {threadId: $id}) { thread { id isResolved } }
}"""
_MINIMIZE = """mutation($id: ID!) {
  minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } }
}"""
_VIEWER = "query { viewer { __typename login } }"


def login(calls: Calls) -> str:
    """See `Client.login`."""
    try:
        return _ask(calls, _VIEWER, {}, needs.WHO, Viewer).viewer.name
    except Forbidden as error:
        if error.status == HTTPStatus.UNAUTHORIZED:
            raise
        return WORKFLOW


def threads(calls: Calls, repo: str, number: int) -> Iterator[Thread]:
    """See `Client.threads`."""
    repo_path(repo)
    owner, name = repo.split("/")
    after = None
    for _ in range(_MOST_PAGES):
        told = {"owner": owner, "name": name, "number": number, "after": after}
        page = _ask(calls, _THREADS, told, needs.THREADS, RepositoryThreads).threads
        yield from (node.value() for node in page.nodes)
        if not page.page.has_next:
            return
        after = page.page.end
    raise calls.judge.unreadable(needs.THREADS, "a list without an end")


def resolve(calls: Calls, thread_id: str) -> None:
    """See `Client.resolve_thread`."""
    _ask(calls, _RESOLVE, {"id": thread_id}, needs.RESOLVE, Resolved, writes=True)


def minimize(calls: Calls, node_id: str) -> None:
    """See `Client.minimize`."""
    _ask(calls, _MINIMIZE, {"id": node_id}, needs.HIDE, Minimized, writes=True)


def _ask(
    calls: Calls,
    document: str,
    variables: Mapping[str, object],
    need: Need,
    kind: type[P],
    *,
    writes: bool = False,
) -> P:
    def read(answer: Answer) -> P:
        return Data[kind].model_validate(answer.data).data  # type: ignore[valid-type] # a class as argument

    body = {"query": document, "variables": variables}
    return calls.repeat(Ask("POST", "/graphql", need, read, body=body, writes=writes))
