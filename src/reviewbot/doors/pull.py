"""`--pr`: a pull request by GitHub's API alone; `--post` puts the review on it."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from reviewbot.baseline import suppress
from reviewbot.doors.accepting import baseline_of
from reviewbot.doors.late_sinks import PullRequestSink
from reviewbot.doors.occasion import Subject
from reviewbot.doors.publishing import Publication, publish
from reviewbot.doors.reading import read
from reviewbot.doors.selection import settings_with
from reviewbot.doors.speaking import say
from reviewbot.doors.steering import SteeringWatch
from reviewbot.doors.trusted import remote_files, texts_of
from reviewbot.errors import SinkError, UsageError
from reviewbot.forge import Client, connect
from reviewbot.report import Report
from reviewbot.reviewers.weaknesses import WEAKNESSES
from reviewbot.settings import Settings
from reviewbot.sinks.github_outcome import Wishes
from reviewbot.sources.pull_request import pull_changes
from reviewbot.sources.pull_request_name import PUBLIC_API, PullName, parse_pull
from reviewbot.wiring import Supplies
from reviewbot.wiring.places import today

PATIENCE = 600.0
"""Seconds for all talk with GitHub at one end of a run."""


def review_pull(
    text: str, flags: Mapping[str, Any], publication: Publication, supplies: Supplies, *, post: bool
) -> int:
    """Review a pull request without a checkout. Settings come from its base branch, as in the Action."""
    name = parse_pull(text, home())
    with _client(name) as client:
        pull = client.pull(name.repo, name.number)
        trusted = remote_files(client, pull.repo, pull.base_ref)
        settings, accepted = settings_with(flags, trusted), baseline_of(trusted)
        changes = pull_changes(client, pull.repo, pull.number)
        watch = SteeringWatch(texts_of(remote_files(client, pull.repo, changes.target.base)))
        report = read(watch.over(changes), settings, os.environ, supplies)
    report = watch.conclude(suppress(report, accepted, today()))
    code = publish(report, publication, settings.fail_on)
    subject = Subject(pull.repo, pull.number, pull.head_sha, pull.base_ref, pull.fork, pull.draft)
    return _posted(report, subject, name, settings, code) if post else code


def _posted(report: Report, subject: Subject, name: PullName, settings: Settings, code: int) -> int:
    """The exit code after posting: 5 if that failed, unless the review itself went worse."""
    wishes = Wishes(fail_on=settings.fail_on, weaknesses=WEAKNESSES)
    try:
        PullRequestSink(lambda: _client(name), subject, wishes).deliver(report)
    except SinkError as error:
        say(error.message, error.hint)
        return code if code > 1 else error.exit_code
    return code


def home() -> str:
    """The server that GITHUB_TOKEN is for."""
    return os.environ.get("GITHUB_API_URL") or PUBLIC_API


def _client(name: PullName) -> Client:
    """A client with the token that is meant for this server, and for no other."""
    is_home = name.api_url == parse_pull(f"{name.repo}#{name.number}", home()).api_url
    token = token_for(name.api_url, HERE if is_home else _ELSEWHERE)
    return connect(name.api_url, token, deadline_seconds=PATIENCE)


def token_for(api_url: str, names: Sequence[str]) -> str:
    """The first token that is set under one of these names.

    Raises:
        UsageError: none is.
    """
    token = next((os.environ[variable] for variable in names if os.environ.get(variable)), "")
    if not token:
        raise UsageError(
            f"there is no token for {api_url}",
            f"set {names[0]}; GITHUB_API_URL says which server GITHUB_TOKEN is for",
        )
    return token


HERE = ("GITHUB_TOKEN", "GH_TOKEN")
_ELSEWHERE = ("GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN")
"""As the gh command calls tokens for servers other than the usual one."""
