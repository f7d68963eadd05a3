"""Pull requests of the fake GitHub, beside what a clone of their repository shows."""

from collections.abc import Iterable
from pathlib import Path

from fakes.github.pulls import Pull
from fakes.github.server import ACTIONS_TOKEN, GithubServer
from forge.talking import client_of
from reviewbot.diff import FileChange
from reviewbot.sources.pull_request import pull_changes
from reviewbot.sources.repository import range_changes
from reviewbot.spans import Gap

BLOB = r"/git/blobs/"
FILES = r"/pulls/\d+/files$"
TREE = r"/git/trees/"
NUMBERED = "".join(f"line {number}\n" for number in range(30))


def read(server: GithubServer, pull: Pull) -> list[FileChange | Gap]:
    """What the API alone tells."""
    with client_of(server.url, ACTIONS_TOKEN) as client:
        return list(pull_changes(client, pull.repository.name, pull.number).files)


def cloned(pull: Pull) -> list[FileChange | Gap]:
    """What git tells."""
    place = Path(pull.repository.clone_url)
    return list(range_changes(place, pull.merge_base, pull.head_sha).files)


def blobs_asked(server: GithubServer) -> list[str]:
    """The ids of the blobs that were asked for, in order."""
    paths = (request.path for request in server.requests)
    return [path.rpartition("/")[2] for path in paths if "/git/blobs/" in path]


def gaps(files: Iterable[FileChange | Gap]) -> dict[str, str]:
    """The reasons of all gaps, by path."""
    return {file.path: file.reason for file in files if isinstance(file, Gap)}
