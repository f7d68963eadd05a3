"""One report of a sweep on its way to its issue.

Ours is what our login wrote and what begins with our marker; either alone proves nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from reviewbot.forge import Client, Issue
from reviewbot.forge.state import State, is_edited, read_state
from reviewbot.history import Progress, compare, remember
from reviewbot.report import Report, Verdict
from reviewbot.sinks.blobs import Blobs
from reviewbot.sinks.github_comment import Summary, put_whole, same_page
from reviewbot.sinks.markdown_page import Page, render_page

TITLE: Final = "Security findings of reviewbot's sweep"
SWEEP: Final = 0
"""In the place of a pull request's number: none has it, and a repository has one such issue."""

_OPEN, _CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Ours:
    """An issue of ours with the state in its marker; `edited` if a person has changed its text since."""

    issue: Issue
    state: State
    edited: bool


def our_issues(issues: Iterable[Issue], login: str, repo: str) -> tuple[Ours, ...]:
    """All issues that we wrote about the sweeps of this repository, oldest first."""
    ours = ((one, read_state(one.body, repo, SWEEP)) for one in issues if one.author == login)
    found = (Ours(one, state, is_edited(one.body, state)) for one, state in ours if state)
    return tuple(sorted(found, key=lambda one: one.issue.number))


def live(ours: Iterable[Ours]) -> tuple[Ours, ...]:
    """Those that may be edited, oldest first: as with comments, what a person has changed is that person's.

    Another one is begun then, since findings that nobody is told of would be worse than two issues.
    """
    return tuple(one for one in ours if not one.edited)


@dataclass(frozen=True, slots=True)
class Posting:
    """One report on its way to its issue; `ours` are all issues of ours, oldest first."""

    client: Client
    repo: str
    report: Report
    ours: tuple[Ours, ...]
    progress: Progress
    state: State

    @classmethod
    def of(cls, client: Client, repo: str, report: Report) -> "Posting":
        """Hold the report against what our issues know of earlier sweeps."""
        report = replace(report, target=replace(report.target, repo=repo))
        ours = _look(client, repo)
        before = max((one.state for one in ours), key=lambda state: state.pushes, default=None)
        known = before.findings if before else ()
        progress = compare(known, report, before.left_out if before else ())
        state = State(
            repo=repo,
            number=SWEEP,
            head_sha=report.target.head,
            run="",
            findings=remember(known, progress),
            rest=before.rest_after(report, progress) if before else "",
            cut=before is not None and before.cut_after(report),
            pushes=before.pushes + 1 if before else 1,
        )
        return cls(client, repo, report, ours, progress, state)

    def post(self) -> None:
        """Edit the oldest issue of ours that may be edited, or begin one if there is something to say."""
        if not (there := live(self.ours)):
            if self._is_worth_an_issue:
                self._begin()
            return
        self._bring_up(there[0].issue)
        self._point(there[1:], there[0].issue.number)

    @property
    def title(self) -> str:
        """Numbers, and no word of a model's or of the repository's."""
        number = len(self.progress.new) + len(self.progress.still_open)
        unsure = len(self.progress.not_seen)
        parts = [f"{number:,} open" if number else "none open"]
        parts += [f"{unsure:,} not checked again"] if unsure else []
        parts += ["incomplete"] if self.report.verdict is Verdict.INCOMPLETE else []
        return f"{TITLE}: {', '.join(parts)}"

    @property
    def summary(self) -> Summary:
        """What is to stand in the issue."""
        page = Page(
            self.progress,
            Blobs.of(self.client.web_url, self.report.target),
            rest="the report of the sweep",
            since="sweep",
        )
        return Summary(self.state, lambda limit: render_page(self.report, page, limit))

    @property
    def _is_over(self) -> bool:
        """Whether all was read, and nothing is open or in doubt."""
        return self.report.verdict is Verdict.CLEAN and not self.progress.not_seen

    @property
    def _is_worth_an_issue(self) -> bool:
        """Whether to begin one; whoever has edited and closed the last one is told again of news only."""
        was_closed = bool(self.ours) and not self.ours[-1].issue.is_open
        return not self._is_over and (bool(self.progress.new) or not was_closed)

    def _bring_up(self, issue: Issue) -> None:
        """Let an issue say what is known now; nothing is sent if it does."""
        title = self.title if issue.title.startswith(TITLE) else issue.title  # people may give it another
        state, summary = self._wanted(issue), self.summary
        now = _OPEN if issue.is_open else _CLOSED
        if (state, title) == (now, issue.title) and same_page(issue.body, summary.body()):
            return
        changed = {"state": state} if state != now else {}
        changed |= {"title": title} if title != issue.title else {}
        put_whole(
            summary,
            lambda body: self.client.edit_issue(self.repo, issue.number, body=body, **changed),
        )

    def _wanted(self, issue: Issue) -> str:
        """Open for what is new, closed when all is over, else as people have left it."""
        if self.progress.new:
            return _OPEN
        return _OPEN if issue.is_open and not self._is_over else _CLOSED

    def _begin(self) -> None:
        """Begin an issue. Runs that race may both do so: all decide alike that the oldest stays."""
        put_whole(self.summary, lambda body: self.client.create_issue(self.repo, self.title, body))
        if len(there := live(_look(self.client, self.repo))) > 1:
            self._bring_up(there[0].issue)
            self._point(there[1:], there[0].issue.number)

    def _point(self, others: Iterable[Ours], kept: int) -> None:
        """Leave a pointer in an issue too many, and close it."""
        for other in others:
            self.client.edit_issue(
                self.repo,
                other.issue.number,
                title=f"{TITLE}: see #{kept}",
                body=f"The findings of reviewbot's sweep stand in #{kept}.",
                state=_CLOSED,
            )


def _look(client: Client, repo: str) -> tuple[Ours, ...]:
    login = client.login()
    return our_issues(client.issues(repo, login), login, repo)
