"""Repositories: a bare git repository, and all that GitHub keeps beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fakes.github.answers import Answer, Call, Route, not_found
from fakes.github.checks import CheckRun
from fakes.github.issues import Issue
from fakes.github.objects import Changes, Objects, Tree
from fakes.github.openapi import filled
from fakes.github.people import user
from fakes.github.pulls import Pull
from fakes.github.scanning import Sarif
from fakes.github.world import World


@dataclass(slots=True)
class Repository:
    """One repository. `objects` is its git, `clone_url` where git fetches from.

    `issues` and `pulls` go by their number, `statuses` by commit; all can be read and changed by a test.
    """

    world: World
    name: str
    objects: Objects
    private: bool = False
    fork: bool = False
    default_branch: str = "main"
    code_scanning: bool = True
    issues: dict[int, Issue] = field(default_factory=dict)
    pulls: dict[int, Pull] = field(default_factory=dict)
    check_runs: dict[int, CheckRun] = field(default_factory=dict)
    sarifs: dict[str, Sarif] = field(default_factory=dict)
    statuses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    id: int = 0

    @property
    def clone_url(self) -> str:
        return str(self.objects.directory)

    def commit(self, changes: Changes, branch: str = "", message: str = "change") -> str:
        """Add a commit with `changes` (None removes) to a branch, usually the default one; returns its id."""
        name = branch or self.default_branch
        tip = self.objects.resolve(name)
        sha = self.objects.commit(changes, [tip] if tip else [], message=message)
        self.objects.move(f"refs/heads/{name}", sha)
        return sha

    def pull(
        self,
        base: Tree | None,
        head: Tree,
        *,
        title: str = "A change",
        author: str = "alice",
        branch: str = "",
        fork: str = "",
        draft: bool = False,
    ) -> Pull:
        """Open a pull request from two whole trees.

        `base` is put on the default branch first; None takes the branch as it is. `fork` is the full name of
        the repository that the head is in, if it is not this one.
        """
        number = len(self.issues) + 1
        if base is not None or not self.objects.resolve(self.default_branch):
            self._set_base(base or {})
        pull = Pull(
            self,
            number=number,
            title=title,
            author=author,
            body="",
            created_at=self.world.now(),
            base_ref=self.default_branch,
            head_ref=branch or f"change-{number}",
            head_repository=self._fork(fork) if fork else self,
            draft=draft,
        )
        self.issues[number] = self.pulls[number] = pull
        pull.start(head)
        return pull

    def issue(self, title: str, body: str = "", *, by: str = "alice", labels: Iterable[str] = ()) -> Issue:
        """Open an issue."""
        number = len(self.issues) + 1
        made = Issue(self, number, title, by, body, self.world.now(), labels=list(labels))
        self.issues[number] = made
        return made

    def _set_base(self, tree: Tree) -> None:
        tip = self.objects.resolve(self.default_branch)
        sha = self.objects.commit(tree, [tip] if tip else [], whole=True, message="base")
        self.objects.move(f"refs/heads/{self.default_branch}", sha)

    def _fork(self, name: str) -> "Repository":
        """GitHub's forks share their objects, so ours do."""
        known = self.world.repositories.get(name.lower())
        if known is None:
            known = Repository(
                self.world, name, self.objects, self.private, fork=True, id=self.world.new_id("repository")
            )
            self.world.repositories[name.lower()] = known
        return known

    def json(self, root: str, schema: str = "repository") -> dict[str, Any]:
        """As the API shows it."""
        owner, name = self.name.split("/")
        api = f"{root}/repos/{self.name}"
        return filled(
            schema,
            {
                "id": self.id,
                "node_id": f"R_{self.id}",
                "name": name,
                "full_name": self.name,
                "owner": user(owner, root),
                "private": self.private,
                "fork": self.fork,
                "default_branch": self.default_branch,
                "url": api,
                "html_url": f"{self.world.url}/{self.name}",
                "clone_url": self.clone_url,
                "visibility": "private" if self.private else "public",
            },
        )


def _get(call: Call) -> Answer:
    """Every token may know what it is for; nobody else may know of a private one."""
    if call.repository.private and call.token is None:
        raise not_found()
    return Answer(call.repository.json(call.root, "full-repository"))


ROUTES = (Route("GET", "/repos/{owner}/{repo}", _get),)
