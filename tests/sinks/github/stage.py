"""A pull request on a GitHub of ours, and reports about it."""

import time
from dataclasses import dataclass, field

from fakes.github.comments import Comment
from fakes.github.server import ACTIONS_TOKEN, GithubServer, Pull, Repository
from reviewbot.diff import Target
from reviewbot.errors import SinkError
from reviewbot.findings import Finding
from reviewbot.forge import connect
from reviewbot.forge.clock import Clock
from reviewbot.forge.state import page_of, read_state
from reviewbot.report import Report
from reviewbot.sinks.github import GitHubSink
from reviewbot.sinks.github_outcome import Outcome, Wishes
from sinks import samples
from sinks.github.change import HEAD, REPO, text


@dataclass
class Stage:
    """One open pull request by alice."""

    server: GithubServer
    fork: str = ""
    author: str = "alice"
    slept: list[float] = field(default_factory=list)
    repo: Repository = field(init=False)
    pull: Pull = field(init=False)

    def __post_init__(self) -> None:
        self.repo = self.server.repository(REPO)
        self.pull = self.repo.pull({"app.py": text()}, {"app.py": HEAD}, author=self.author, fork=self.fork)

    def report(self, *findings: Finding, **changes: object) -> Report:
        """A report about the head as it is now, the way a review of a checkout makes it."""
        target = Target("range", "shop", self.pull.merge_base, self.pull.head_sha)
        return samples.report(**({"target": target, "findings": findings} | changes))

    def sink(self, token: str = ACTIONS_TOKEN, *, seconds: float = 20, **wishes: bool) -> GitHubSink:
        """A sink with a client of its own, for which waiting takes no time."""
        clock = Clock(lambda: time.monotonic() + sum(self.slept), time.time, self.slept.append)
        client = connect(self.server.url, token, deadline_seconds=seconds, clock=clock)
        return GitHubSink(client, REPO, self.pull.number, Wishes(**wishes))  # type: ignore[arg-type] # only switches

    def post(self, report: Report, token: str = ACTIONS_TOKEN, **wishes: bool) -> Outcome:
        """Post a report, whatever becomes of it."""
        sink = self.sink(token, **wishes)
        try:
            sink.deliver(report)
        except SinkError:
            assert sink.outcome.failure
        return sink.outcome

    def clear(self) -> None:
        """Forget the requests so far."""
        self.server.requests.clear()

    @property
    def writes(self) -> list[str]:
        """What was asked to be changed, as `METHOD last/part`."""
        return [f"{each.method} {each.path.removeprefix(f'/repos/{REPO}/')}" for each in self.server.writes]

    @property
    def summaries(self) -> list[Comment]:
        """The comments that begin with our marker, whoever wrote them."""
        return [one for one in self.pull.comments if read_state(one.body, REPO, self.pull.number)]

    @property
    def summary(self) -> Comment:
        """The only one of them."""
        (only,) = self.summaries
        return only

    @property
    def headline(self) -> str:
        """The first line that a person reads."""
        return page_of(self.summary.body).split("\n")[0].lstrip("# ")
