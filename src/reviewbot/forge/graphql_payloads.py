"""The JSON of GitHub's GraphQL, as far as anybody here reads it."""

from typing import Any, Generic, TypeVar

from pydantic import Field

from reviewbot.forge.payloads import Id, Payload
from reviewbot.forge.values import GHOST, Thread, ThreadComment

T = TypeVar("T", bound=Payload)


class Data(Payload, Generic[T]):
    """An answer of GraphQL."""

    data: T


class Actor(Payload):
    """Somebody in GraphQL, where bots go without the `[bot]` that they have everywhere else."""

    kind: str = Field(validation_alias="__typename")
    login: str

    @property
    def name(self) -> str:
        """The login as REST has it."""
        bare = self.kind == "Bot" and not self.login.endswith("[bot]")
        return f"{self.login}[bot]" if bare else self.login


class PageInfo(Payload):
    """Where a page of GraphQL ends."""

    has_next: bool = Field(validation_alias="hasNextPage")
    end: str | None = Field(validation_alias="endCursor", default=None)


class NodePayload(Payload):
    """A comment of a thread."""

    id: Id = Field(validation_alias="databaseId")
    author: Actor | None
    body: str

    def value(self) -> ThreadComment:
        """As the rest of the program knows it."""
        return ThreadComment(self.id, self.author.name if self.author else GHOST, self.body)


class NodesPayload(Payload):
    """The first comments of a thread."""

    nodes: list[NodePayload]
    page: PageInfo = Field(validation_alias="pageInfo")


class ThreadPayload(Payload):
    """A thread."""

    id: str
    resolved: bool = Field(validation_alias="isResolved")
    comments: NodesPayload

    def value(self) -> Thread:
        """As the rest of the program knows it."""
        comments = tuple(node.value() for node in self.comments.nodes)
        return Thread(self.id, self.resolved, comments, not self.comments.page.has_next)


class ThreadsPayload(Payload):
    """A page of threads."""

    nodes: list[ThreadPayload]
    page: PageInfo = Field(validation_alias="pageInfo")


class _PullThreads(Payload):
    threads: ThreadsPayload = Field(validation_alias="reviewThreads")


class _RepositoryThreads(Payload):
    pull: _PullThreads = Field(validation_alias="pullRequest")


class RepositoryThreads(Payload):
    """The data of the query for threads."""

    repository: _RepositoryThreads

    @property
    def threads(self) -> ThreadsPayload:
        """The page of threads."""
        return self.repository.pull.threads


class Viewer(Payload):
    """The data of the query for who asks."""

    viewer: Actor


class Resolved(Payload):
    """The data of having resolved a thread."""

    result: dict[str, Any] = Field(validation_alias="resolveReviewThread")


class Minimized(Payload):
    """The data of having folded a comment away."""

    result: dict[str, Any] = Field(validation_alias="minimizeComment")
