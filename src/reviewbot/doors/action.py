"""`reviewbot action`: what a job of GitHub Actions runs; its event and surroundings in, an exit code out."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import click

from reviewbot.baseline import Baseline, suppress
from reviewbot.diff import Changeset, Target
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.job import Inputs, Runner
from reviewbot.doors.notice import tell
from reviewbot.doors.occasion import (
    Everything,
    Nothing,
    Numbered,
    Occasion,
    Pushed,
    Subject,
    occasion_of,
    refuse_unsafe_checkout,
)
from reviewbot.doors.outlets import Outlets
from reviewbot.doors.reading import read
from reviewbot.doors.selection import Files
from reviewbot.doors.speaking import note
from reviewbot.doors.steering import SteeringWatch
from reviewbot.doors.trusted import files_of, remote_files, settings_from, texts_of
from reviewbot.errors import ReviewbotError, SourceError, UsageError
from reviewbot.forge import Client, connect
from reviewbot.forge.event import parse_event
from reviewbot.report import Report
from reviewbot.settings import Settings, load_settings
from reviewbot.sinks.stored_report import read_report
from reviewbot.sources.checkout import Access, find_fork, head_of
from reviewbot.sources.everything import everything_in
from reviewbot.sources.pull_request import pull_changes
from reviewbot.sources.repository import range_changes
from reviewbot.sources.tree import git_tree
from reviewbot.wiring.places import today

_PATIENCE = 600.0
"""Seconds for all talk with GitHub at one end of a run: before anything is read, or to publish it."""


@click.command()
@click.option(
    "--publish",
    type=click.Path(path_type=Path),
    metavar="REPORT.json",
    help="Publish what another job found, instead of reviewing.",
)
def action(publish: Path | None) -> int:
    """Review what the event of a GitHub Actions job brings, and publish it there.

    Everything else comes from the environment: action.yml says what.
    """
    inputs, runner = Inputs.of(os.environ), Runner.of(os.environ)
    stored = publish or (Path(inputs.text("publish")) if inputs.text("publish") else None)
    try:
        job = Job.of(inputs, runner)
        return job.publish(stored) if stored else job.run()
    except ReviewbotError as error:
        tell(error, runner.summary)
        raise


@dataclass(frozen=True, slots=True)
class Job:
    """One run of the action, in the directory of a checkout, or of none."""

    inputs: Inputs
    runner: Runner
    directory: Path
    access: Access

    @classmethod
    def of(cls, inputs: Inputs, runner: Runner) -> "Job":
        """The job that these inputs and surroundings make."""
        token = inputs.text("github_token") or os.environ.get("GITHUB_TOKEN", "")
        return cls(inputs, runner, Path(inputs.text("path") or "."), Access(runner.server_url, token))

    def run(self) -> int:
        """Review what the event brings."""
        occasion = self._occasion()
        if isinstance(occasion, Numbered):
            occasion = self._look_up(occasion)
        if isinstance(occasion, Subject):
            return self._pull_request(occasion)
        if isinstance(occasion, Pushed):
            return self._push(occasion)
        if isinstance(occasion, Everything):
            return self._everything()
        return self._nothing(occasion)

    def publish(self, stored: Path) -> int:
        """Publish the report of another job, if it is about the very change that started this one."""
        occasion = self._occasion()
        if not isinstance(occasion, Subject):
            raise UsageError(
                "there is no pull request to publish a report to", "Run this job on pull_request."
            )
        try:
            report = read_report(stored.read_bytes())
        except OSError as error:
            raise SourceError(
                f"the report {stored} cannot be read: {error.strerror}",
                "Download the artifact of the reading job first.",
            ) from error
        target = report.target
        if (target.repo, target.number, target.head) != (occasion.repo, occasion.number, occasion.head):
            raise UsageError(
                "the report is about something else than the pull request of this job",
                "Publish the report of the same run.",
            )
        settings = load_settings(self.inputs.settings, self._environ)
        return self._outlets(settings).publish(report, occasion)

    def _occasion(self) -> Occasion:
        event = parse_event(self.runner.event, self.runner.payload())
        return occasion_of(event, self.runner.repository, self.inputs.number)

    def _look_up(self, numbered: Numbered) -> Subject:
        with self._client() as client:
            pull = client.pull(numbered.repo, numbered.number)
        return Subject(pull.repo, pull.number, pull.head_sha, pull.base_ref, pull.fork, pull.draft)

    def _pull_request(self, subject: Subject) -> int:
        checked_out = head_of(self.directory)
        refuse_unsafe_checkout(self.runner.event, subject.head, checked_out, self.runner.sha)
        if checked_out is None:
            return self._from_afar(subject)
        fork = find_fork(self.directory, subject.base_ref, subject.head, self.access)
        trusted = files_of(self.directory, fork.tip)
        settings, accepted = self._settings(trusted), baseline_of(trusted)
        if why := _left_alone(subject, settings):
            return self._nothing(Nothing(why))
        target = Target("pull_request", subject.repo, fork.base, fork.head, subject.number)
        changes = replace(range_changes(self.directory, fork.base, fork.head), target=target)
        report = self._watched(changes, settings, files_of(self.directory, fork.base), accepted)
        return self._outlets(settings).deliver(report, subject)

    def _from_afar(self, subject: Subject) -> int:
        """Without a checkout GitHub is asked for the change; what it does not give is a named gap."""
        with self._client() as client:
            pull = client.pull(subject.repo, subject.number)
            trusted = remote_files(client, pull.repo, pull.base_ref)
            settings, accepted = self._settings(trusted), baseline_of(trusted)
            if why := _left_alone(subject, settings):
                return self._nothing(Nothing(why))
            changes = pull_changes(client, subject.repo, subject.number)
            before = remote_files(client, pull.repo, changes.target.base)
            report = self._watched(changes, settings, before, accepted)
        return self._outlets(settings).deliver(report, subject)

    def _push(self, pushed: Pushed) -> int:
        fork = find_fork(self.directory, pushed.base, pushed.head, self.access)
        before = files_of(self.directory, fork.base)
        settings, accepted = self._settings(before), baseline_of(before)
        changes = self._named(range_changes(self.directory, fork.base, fork.head))
        return self._outlets(settings).deliver(self._watched(changes, settings, before, accepted))

    def _everything(self) -> int:
        changes = self._named(everything_in(git_tree(self.directory)))
        trusted = files_of(self.directory, changes.target.head)
        settings, accepted = self._settings(trusted), baseline_of(trusted)
        report = suppress(read(changes, settings, self._environ), accepted, today())
        return self._outlets(settings).deliver(report)

    def _nothing(self, nothing: Nothing) -> int:
        note(f"nothing was reviewed: {nothing.why}")
        tell(f"{nothing.why[:1].upper()}{nothing.why[1:]}.", self.runner.summary)
        return 0

    def _named(self, changes: Changeset) -> Changeset:
        """The changes under the repository's full name, not that of the folder."""
        repo = self.runner.repository or changes.target.repo
        return replace(changes, target=replace(changes.target, repo=repo))

    def _watched(self, changes: Changeset, settings: Settings, before: Files, accepted: Baseline) -> Report:
        """The report without what is accepted; what a change does to reviews no baseline hides."""
        watch = SteeringWatch(texts_of(before))
        report = read(watch.over(changes), settings, self._environ)
        return watch.conclude(suppress(report, accepted, today()))

    def _settings(self, trusted: Files) -> Settings:
        return settings_from(trusted, self.inputs, self._environ)

    @property
    def _environ(self) -> dict[str, str]:
        return self.inputs.environ(os.environ)

    def _client(self) -> Client:
        return connect(self.runner.api_url, self.access.token, deadline_seconds=_PATIENCE)

    def _outlets(self, settings: Settings) -> Outlets:
        return Outlets(self.inputs, self.runner, settings, self._client)


def _left_alone(subject: Subject, settings: Settings) -> str:
    """Why a pull request is not read, "" if it is."""
    if subject.draft and not settings.drafts:
        return "the pull request is a draft, and the setting `drafts` is off"
    if subject.by_bot and not settings.bots:
        return "a bot opened the pull request, and the setting `bots` is off"
    return ""
