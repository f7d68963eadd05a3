"""`reviewbot action`: what a job of GitHub Actions runs; its event and surroundings in, an exit code out."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from reviewbot.diff import Changeset, Target, decode
from reviewbot.doors.job import Inputs, Runner
from reviewbot.doors.occasion import (
    Everything,
    Nothing,
    Numbered,
    Pushed,
    Subject,
    occasion_of,
    refuse_unsafe_checkout,
)
from reviewbot.doors.outlets import Outlets, tell
from reviewbot.doors.publishing import note
from reviewbot.doors.review import read
from reviewbot.doors.steering import SteeringWatch
from reviewbot.errors import ReviewbotError, SourceError, UsageError
from reviewbot.forge import Client, connect
from reviewbot.forge.event import parse_event
from reviewbot.report import Report
from reviewbot.settings import ConfigFile, Settings, load_settings
from reviewbot.sinks.stored_report import read_report
from reviewbot.sources.checkout import Access, find_fork, head_of
from reviewbot.sources.repository import file_at, range_changes, sweep_changes

_OWN = (".reviewbot.toml", "pyproject.toml")
_PATIENCE = 600.0
"""Seconds for all talk with GitHub before and during the review; publishing has a time of its own."""


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
    try:
        stored = publish or (Path(inputs.text("publish")) if inputs.text("publish") else None)
        job = Job(inputs, runner)
        return job.publish(stored) if stored else job.run()
    except ReviewbotError as error:
        tell(error, runner.summary)
        raise


class Job:
    """One run of the action."""

    def __init__(self, inputs: Inputs, runner: Runner) -> None:
        self._inputs = inputs
        self._runner = runner
        self._directory = Path(inputs.text("path") or ".")
        token = inputs.text("github_token") or os.environ.get("GITHUB_TOKEN", "")
        self._access = Access(runner.server_url, token)

    def run(self) -> int:
        """Review what the event brings."""
        event = parse_event(self._runner.event, self._runner.payload())
        occasion = occasion_of(event, self._runner.repository, self._inputs.number)
        if isinstance(occasion, Numbered):
            occasion = self._look_up(occasion)
        if isinstance(occasion, Subject):
            return self._pull_request(occasion)
        if isinstance(occasion, Pushed):
            return self._push(occasion)
        if isinstance(occasion, Everything):
            return self._sweep()
        return self._leave(occasion)

    def publish(self, stored: Path) -> int:
        """Publish the report of another job, if it is about the very change that started this one."""
        event = parse_event(self._runner.event, self._runner.payload())
        occasion = occasion_of(event, self._runner.repository, self._inputs.number)
        if not isinstance(occasion, Subject):
            raise UsageError("there is no pull request to publish a report to", "Run this job on pull_request.")
        try:
            report = read_report(stored.read_bytes())
        except OSError as error:
            raise SourceError(
                f"the report {stored} cannot be read: {error.strerror}",
                "Download the artifact of the reading job first.",
            ) from error
        told = (report.target.repo, report.target.number, report.target.head)
        if told != (occasion.repo, occasion.number, occasion.head):
            raise UsageError(
                "the report is about something else than the pull request of this job",
                "Publish the report of the same run.",
            )
        settings = load_settings(self._inputs.settings, os.environ)
        return self._outlets(settings).publish(report, occasion)

    def _pull_request(self, subject: Subject) -> int:
        checked_out = head_of(self._directory)
        refuse_unsafe_checkout(self._runner.event, subject.head, checked_out, self._runner.sha)
        fork = find_fork(self._directory, subject.base_ref, subject.head, self._access)
        settings = self._settings(fork.tip)
        if why := _left_alone(subject, settings):
            return self._leave(Nothing(why))
        target = Target("pull_request", subject.repo, fork.base, fork.head, subject.number)
        changes = range_changes(self._directory, fork.base, fork.head)
        report = self._watched(replace(changes, target=target), settings)
        return self._outlets(settings).deliver(report, subject)

    def _push(self, pushed: Pushed) -> int:
        fork = find_fork(self._directory, pushed.base, pushed.head, self._access)
        settings = self._settings(fork.base)
        changes = range_changes(self._directory, fork.base, fork.head)
        target = replace(changes.target, repo=self._runner.repository or changes.target.repo)
        report = self._watched(replace(changes, target=target), settings)
        return self._outlets(settings).deliver(report)

    def _sweep(self) -> int:
        changes = sweep_changes(self._directory)
        settings = self._settings(changes.target.head)
        target = replace(changes.target, repo=self._runner.repository or changes.target.repo)
        report = read(replace(changes, target=target), settings, self._environ)
        return self._outlets(settings).deliver(report)

    def _watched(self, changes: Changeset, settings: Settings) -> Report:
        watch = SteeringWatch(_texts_at(self._directory, changes.target.base))
        return watch.conclude(read(watch.over(changes), settings, self._environ))

    @property
    def _environ(self) -> dict[str, str]:
        return self._inputs.environ(os.environ)

    def _settings(self, trusted: str) -> Settings:
        """The settings: inputs, environment, then what the commit holds that nobody's change has touched."""
        return load_settings(self._inputs.settings, self._environ, self._files(trusted))

    def _files(self, trusted: str) -> list[ConfigFile]:
        chosen = self._inputs.text("config")
        files = [(name, file_at(self._directory, trusted, name)) for name in ([chosen] if chosen else _OWN)]
        if chosen and files[0][1] is None:
            raise UsageError(f"the base commit has no file {chosen!r}", "It is read from there; merge it first.")
        return [ConfigFile(name, _text(blob, name), chosen=bool(chosen)) for name, blob in files if blob is not None]

    def _look_up(self, numbered: Numbered) -> Subject:
        pull = self._client().pull(numbered.repo, numbered.number)
        return Subject(pull.repo, pull.number, pull.head_sha, pull.base_ref, pull.fork, pull.draft)

    def _client(self) -> Client:
        return connect(self._runner.api_url, self._access.token, deadline_seconds=_PATIENCE)

    def _outlets(self, settings: Settings) -> Outlets:
        return Outlets(self._inputs, self._runner, settings, self._client)

    def _leave(self, nothing: Nothing) -> int:
        note(f"nothing was reviewed: {nothing.why}")
        tell(f"{nothing.why[:1].upper()}{nothing.why[1:]}.", self._runner.summary)
        return 0


def _left_alone(subject: Subject, settings: Settings) -> str:
    """Why a pull request is not read, "" if it is."""
    if subject.draft and not settings.drafts:
        return "the pull request is a draft, and the setting `drafts` is off"
    if subject.by_bot and not settings.bots:
        return "a bot opened the pull request, and the setting `bots` is off"
    return ""


def _texts_at(directory: Path, commit_id: str) -> Callable[[str], str | None]:
    def text(path: str) -> str | None:
        blob = file_at(directory, commit_id, path)
        return None if blob is None else decode(blob)

    return text


def _text(blob: bytes, name: str) -> str:
    try:
        return blob.decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8 text", "Settings are TOML; mend the file or remove it.") from error
