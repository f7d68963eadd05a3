"""A job of GitHub Actions on our GitHub: the checkout, the event, the surroundings."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from command import Command
from fakes.action_runner import Done, Job
from fakes.github.people import ACTIONS_TOKEN
from fakes.github.pulls import Pull
from fakes.github.repositories import Repository
from fakes.github.server import GithubServer
from repositories import git

ACTION = Path(__file__).parents[2] / "action.yml"


def check_out(repository: Repository, workspace: Path, ref: str, *, depth: int = 1) -> str:
    """Fetch a ref as actions/checkout does, by default one commit deep, and check it out; returns HEAD."""
    workspace.mkdir(parents=True, exist_ok=True)
    if not (workspace / ".git").exists():
        git(workspace, "init", "--quiet")
        git(workspace, "remote", "add", "origin", f"file://{repository.clone_url}")
    local = ref.replace("refs/", "refs/remotes/").replace("/heads/", "/origin/")
    deep = (f"--depth={depth}",) if depth else ()
    every = () if depth else ("+refs/heads/*:refs/remotes/origin/*",)
    git(workspace, "fetch", "--quiet", "--no-tags", *deep, "origin", *every, f"+{ref}:{local}")
    git(workspace, "checkout", "--quiet", "--force", "--detach", local)
    return git(workspace, "rev-parse", "HEAD")


@dataclass
class Actions:
    """Runs the action for events of one repository, with a Python that has reviewbot installed already."""

    server: GithubServer
    repository: Repository
    folder: Path
    command: Command
    token: str = ACTIONS_TOKEN
    depth: int = 1
    python: str | Path = sys.executable
    more: dict[str, str] = field(default_factory=dict)
    runs: int = field(default=0, init=False)

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    def job(self, event: str, payload: Mapping[str, Any], sha: str = "", **environment: str) -> Job:
        """A job that this event has started, with what the runner sets."""
        self.runs += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        told = self.folder / f"event-{self.runs}.json"
        told.write_text(json.dumps(payload), "utf-8")
        self.workspace.mkdir(exist_ok=True)
        return Job(
            self.folder / f"runner-{self.runs}",
            ACTION,
            self.workspace,
            self.command.environment(
                GITHUB_EVENT_NAME=event,
                GITHUB_EVENT_PATH=str(told),
                GITHUB_REPOSITORY=self.repository.name,
                GITHUB_SHA=sha,
                GITHUB_API_URL=self.server.url,
                GITHUB_SERVER_URL="https://github.com",
                GITHUB_RUN_ID=str(self.runs),
                GITHUB_RUN_ATTEMPT="1",
                **self.more,
                **environment,
            ),
            self.token,
        )

    def pull_request(self, pull: Pull, action: str = "synchronize", **inputs: str) -> Done:
        """Check out the merge of a pull request, as for the event `pull_request`, and run the action."""
        sha = check_out(self.repository, self.workspace, self._merge_of(pull), depth=self.depth)
        return self.job("pull_request", pull.event(action), sha).run(self.given(**inputs))

    def event(self, name: str, payload: Mapping[str, Any], **inputs: str) -> Done:
        """Run the action on what is checked out, if anything is."""
        return self.job(name, payload).run(self.given(**inputs))

    def _merge_of(self, pull: Pull) -> str:
        pull.make_merge_ref()
        return f"refs/pull/{pull.number}/merge"

    def given(self, **inputs: str) -> dict[str, str]:
        """Inputs by their names, with _ for -."""
        return {"python": str(self.python)} | {
            name.replace("_", "-"): value for name, value in inputs.items()
        }
