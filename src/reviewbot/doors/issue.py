"""`--issue`: one issue in each repository on GitHub, with what is new, fixed and still open."""

import os
from collections.abc import Mapping
from pathlib import Path

from reviewbot.diff import Target
from reviewbot.doors.pull import HERE, PATIENCE, home, token_for
from reviewbot.doors.speaking import say
from reviewbot.doors.sweeping import Round
from reviewbot.errors import SinkError, UsageError
from reviewbot.forge import Client, connect
from reviewbot.forge.address import read_address
from reviewbot.report import Report
from reviewbot.sinks.github_issue import IssueSink
from reviewbot.sources.repository_name import origin_of, repository_at
from reviewbot.sweeping.estate import Estate, is_repository


def issue_places(rounds: Round) -> dict[Estate, str]:
    """OWNER/NAME of each repository, before anything is read or paid.

    Raises:
        UsageError: one of them is not on GitHub, there is no token, or only a part is to be read.
    """
    if not rounds.scope.is_everything:
        raise UsageError(
            "--issue goes with whole repositories only: what is left out would pass for fixed",
            "leave out --include, --exclude, --changed-since and --shard",
        )
    token_for(home(), HERE)
    return {estate: _name(estate) for estate in rounds.estates}


def issue_place(target: Target) -> str:
    """OWNER/NAME of the repository that a report is about.

    Raises:
        UsageError: it is about several, a part of one, or another one than the job belongs to; there is no
            token.
    """
    if target.repositories or not target.is_everything:
        raise UsageError(
            "--issue goes with the sweep of one whole repository only",
            "merge the shards of one sweep, made without --include, --exclude and --changed-since",
        )
    token_for(home(), HERE)
    job = os.environ.get("GITHUB_REPOSITORY", "")
    repo = target.repo if "/" in target.repo else job
    # What a report says is no reason to write elsewhere than a job may be expected to.
    if not repo or (job and repo.lower() != job.lower()):
        raise UsageError(
            f"the reports are about {target.repo}, and the job belongs to {job or 'no repository'}",
            "set GITHUB_REPOSITORY to the OWNER/NAME whose issue is meant",
        )
    return repo


def post_issues(places: Mapping[Estate, str], reports: Mapping[Estate, Report], code: int) -> int:
    """The exit code after the issues of all reports; where nothing could be read, nothing is said."""
    for estate, repo in places.items():
        if estate in reports:
            code = post_issue(reports[estate], repo, code)
    return code


def post_issue(report: Report, repo: str, code: int) -> int:
    """The exit code after the issue: 5 if that failed, unless the sweep itself went worse."""
    try:
        IssueSink(_client, repo).deliver(report)
    except SinkError as error:
        say(error.message, error.hint)
        return code if code > 1 else error.exit_code
    return code


def _client() -> Client:
    return connect(home(), token_for(home(), HERE), deadline_seconds=PATIENCE)


def _name(estate: Estate) -> str:
    """An address says it, and so does what a checkout was cloned from.

    Only then is the job's own repository meant: what a job has cloned from elsewhere is not to be told there.
    """
    web = read_address(home()).web
    place = Path(estate.named)
    if not estate.is_remote and not is_repository(place):
        raise UsageError(f"{estate.named} is no repository, so it has no issues", "give --issue a repository")
    address = estate.named if estate.is_remote else origin_of(place)
    hint = f"give {web}/OWNER/NAME instead, or set GITHUB_API_URL if it is on another GitHub"
    if address is None:
        address = f"{web}/{os.environ.get('GITHUB_REPOSITORY')}"
        hint = "set GITHUB_REPOSITORY to OWNER/NAME"
    if name := repository_at(address, web):
        return name
    raise UsageError(f"what {estate.named} is called on {web} is not known", hint)
