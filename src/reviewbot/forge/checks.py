"""Optional outputs: check runs and code scanning."""

import base64
import gzip
from collections.abc import Callable, Sequence

from reviewbot.forge import needs
from reviewbot.forge.address import checked_sha, repo_path
from reviewbot.forge.answer import Answer
from reviewbot.forge.calls import Ask, Calls
from reviewbot.forge.errors import Invalid
from reviewbot.forge.payloads import CheckPayload, SarifPayload
from reviewbot.forge.values import Annotation, Check

_AT_ONCE = 50
"""Annotations in one request, at most; those of later requests are added."""

_MOST_SARIF_BYTES = 10_000_000


def create(calls: Calls, repo: str, commit: str, name: str, check: Check) -> int:
    """See `Client.create_check_run`."""
    first, *rest = _batches(check.annotations)
    asked = {"name": name, "head_sha": checked_sha(commit), **_body(check, first)}
    ask = Ask("POST", repo_path(repo, "check-runs"), needs.CHECK, _read, body=asked, writes=True)
    # Of several runs of one name GitHub shows the last, so it may be sent twice.
    made = calls.repeat(ask).id
    _add(calls, _path(repo, made), check, rest, len(first))
    return made


def update(calls: Calls, repo: str, check_run_id: int, check: Check) -> None:
    """See `Client.update_check_run`."""
    path = _path(repo, check_run_id)
    if not check.annotations:
        calls.repeat(Ask("PATCH", path, needs.CHECK, _read, body=_body(check, ()), writes=True))
        return
    _add(calls, path, check, _batches(check.annotations), _count(calls, path))


def upload_sarif(calls: Calls, repo: str, commit: str, ref: str, sarif: bytes) -> str:
    """See `Client.upload_sarif`."""
    packed = gzip.compress(sarif, mtime=0)
    if len(packed) > _MOST_SARIF_BYTES:
        raise Invalid(
            f"the SARIF file is {len(packed):,} bytes packed, and GitHub takes {_MOST_SARIF_BYTES:,}"
        )

    def read(answer: Answer) -> str:
        return SarifPayload.model_validate(answer.data).id

    path = repo_path(repo, "code-scanning/sarifs")
    asked = {"commit_sha": checked_sha(commit), "ref": ref, "sarif": base64.b64encode(packed).decode()}
    # The same tool and category on the same commit replaces what was there, so it may be sent twice.
    return calls.repeat(Ask("POST", path, needs.SARIF, read, body=asked, writes=True))


def _add(calls: Calls, path: str, check: Check, batches: Sequence[Sequence[Annotation]], there: int) -> None:
    """Add annotations to the `there` that a check run has, none of them twice."""
    for batch in batches:
        there += len(batch)
        ask = Ask("PATCH", path, needs.CHECK, _read, body=_body(check, batch), writes=True)
        calls.once(ask, _when_counted(calls, path, there))


def _when_counted(calls: Calls, path: str, wanted: int) -> Callable[[], CheckPayload | None]:
    def find() -> CheckPayload | None:
        found = calls.repeat(Ask("GET", path, needs.CHECK, _read))
        return found if found.output.annotations_count >= wanted else None

    return find


def _count(calls: Calls, path: str) -> int:
    return calls.repeat(Ask("GET", path, needs.CHECK, _read)).output.annotations_count


def _path(repo: str, check_run_id: int) -> str:
    return repo_path(repo, f"check-runs/{check_run_id}")


def _read(answer: Answer) -> CheckPayload:
    return CheckPayload.model_validate(answer.data)


def _batches(annotations: Sequence[Annotation]) -> list[Sequence[Annotation]]:
    """As many at once as GitHub takes; one empty batch if there are none."""
    return [annotations[at : at + _AT_ONCE] for at in range(0, max(len(annotations), 1), _AT_ONCE)]


def _body(check: Check, annotations: Sequence[Annotation]) -> dict[str, object]:
    ended = {"status": "completed", "conclusion": check.conclusion}
    output = {
        "title": check.title,
        "summary": check.summary,
        "annotations": [_placed(annotation) for annotation in annotations],
    }
    return {**(ended if check.conclusion else {"status": "in_progress"}), "output": output}


def _placed(annotation: Annotation) -> dict[str, object]:
    return {
        "path": annotation.path,
        "start_line": annotation.start_line,
        "end_line": annotation.end_line,
        "annotation_level": annotation.level,
        "title": annotation.title,
        "message": annotation.message,
    }
