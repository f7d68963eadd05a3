"""A pull request and its files, contents and commits."""

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping

from reviewbot.forge import needs
from reviewbot.forge.address import checked_sha, repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.errors import Invalid, NotFound
from reviewbot.forge.pages import rows
from reviewbot.forge.payloads import (
    BlobPayload,
    ComparePayload,
    FilePayload,
    PullPayload,
    Repository,
    TreesPayload,
)
from reviewbot.forge.values import Pull, PullFile, TreeEntry

_FILES_A_PAGE = 50
"""Small pages: GitHub leaves out, without a word, what is beyond 20,000 lines of patches in one answer."""


def pull(calls: Calls, repo: str, number: int) -> Pull:
    """See `Client.pull`."""

    def read(answer: Answer) -> Pull:
        return PullPayload.model_validate(answer.data).value()

    return calls.repeat(Ask("GET", repo_path(repo, f"pulls/{number}"), needs.PULL, read))


def files(calls: Calls, repo: str, number: int) -> Iterator[PullFile]:
    """See `Client.files`."""
    path = repo_path(repo, f"pulls/{number}/files")
    for row in rows(calls, path, needs.PULL, FilePayload, _FILES_A_PAGE):
        yield row.value()


def blob(calls: Calls, repo: str, sha: str) -> bytes:
    """See `Client.blob`."""

    def read(answer: Answer) -> BlobPayload:
        return BlobPayload.model_validate(answer.data)

    path = repo_path(repo, f"git/blobs/{checked_sha(sha)}")
    return _decoded(calls, calls.repeat(Ask("GET", path, needs.CONTENTS, read)), sha)


def content(calls: Calls, repo: str, path: str, ref: str) -> bytes | None:
    """See `Client.content`."""
    ask = Ask("GET", repo_path(repo, "contents", path), needs.CONTENTS, _file, {"ref": ref})
    try:
        found = calls.repeat(ask)
    except NotFound:
        _trees_of(calls, repo, ref, {})  # a token that may not see anything gets the same answer
        return None
    return None if found is None else _decoded(calls, found, found.sha)


def tree(calls: Calls, repo: str, ref: str) -> Iterator[TreeEntry]:
    """See `Client.tree`."""
    found = _trees_of(calls, repo, ref, {"recursive": 1})
    if found.truncated:
        raise Invalid("the repository has more files than GitHub lists at once", "use a checkout")
    return (row.value() for row in found.tree if row.type != "tree")


def merge_base(calls: Calls, repo: str, base: str, head: str) -> str:
    """See `Client.merge_base`."""

    def read(answer: Answer) -> str:
        return ComparePayload.model_validate(answer.data).merge_base_commit.sha

    path = repo_path(repo, f"compare/{checked_sha(base)}...{checked_sha(head)}")
    return calls.repeat(Ask("GET", path, needs.CONTENTS, read, {"per_page": 1}))


def default_branch(calls: Calls, repo: str) -> str:
    """See `Client.default_branch`."""

    def read(answer: Answer) -> str:
        return Repository.model_validate(answer.data).default_branch

    return calls.repeat(Ask("GET", repo_path(repo), needs.CONTENTS, read))


def _trees_of(calls: Calls, repo: str, ref: str, query: Mapping[str, object]) -> TreesPayload:
    def read(answer: Answer) -> TreesPayload:
        return TreesPayload.model_validate(answer.data)

    return calls.repeat(Ask("GET", repo_path(repo, "git/trees", ref), needs.CONTENTS, read, query))


def _file(answer: Answer) -> BlobPayload | None:
    """None for what is no file, such as a folder."""
    if isinstance(answer.data, list):
        return None
    found = BlobPayload.model_validate(answer.data)
    return found if found.type == "file" else None


def _decoded(calls: Calls, found: BlobPayload, sha: str) -> bytes:
    """The bytes, which are what git calls by this sha: an answer that was cut or mixed up is noticed."""
    if found.encoding != "base64":
        raise Invalid(
            "the file is larger than GitHub shows in one answer", "read it as a blob, or use a checkout"
        )
    try:
        raw = base64.b64decode("".join(found.content.split()), validate=True)
    except binascii.Error:
        raise calls.judge.unreadable(needs.CONTENTS, "a file that is no base64") from None
    if _git_sha(raw, sha) != sha:
        raise calls.judge.unreadable(needs.CONTENTS, f"other bytes than those of {sha}")
    return raw


def _git_sha(raw: bytes, like: str) -> str:
    kind = "sha1" if len(like) == len(hashlib.sha1(usedforsecurity=False).hexdigest()) else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()
