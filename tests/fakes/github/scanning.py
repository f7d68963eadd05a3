"""Code scanning: SARIF is taken at once, and judged when somebody asks how it went."""

import base64
import binascii
import gzip
import json
from dataclasses import dataclass
from typing import Any

from fakes.github.answers import Answer, Call, RefusedError, Route, not_found

_ASKED_TWICE = 2


@dataclass(slots=True)
class Sarif:
    """An upload; `document` is what was in it, None when it cannot be read, `polls` counts the questions."""

    id: str
    commit_sha: str
    ref: str
    document: Any
    polls: int = 0

    def state(self) -> dict[str, Any]:
        """Pending when first asked for, then what became of it."""
        self.polls += 1
        if self.polls < _ASKED_TWICE:
            return {"processing_status": "pending"}
        if isinstance(self.document, dict) and self.document.get("version") == "2.1.0":
            return {"processing_status": "complete"}
        return {"processing_status": "failed", "errors": ["Invalid SARIF. The document is not SARIF 2.1.0."]}


def _document(packed: bytes) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(gzip.decompress(packed))
    except (OSError, EOFError, ValueError):
        return None


def _upload(call: Call) -> Answer:
    repository, asked = call.repository, call.body
    if not repository.code_scanning:
        raise RefusedError(403, "Code scanning is not enabled for this repository.")
    try:
        packed = base64.b64decode(asked["sarif"], validate=True)
    except binascii.Error:
        raise RefusedError(400, "The SARIF content is not valid base64.") from None
    if len(packed) > call.world.limits.sarif_bytes:
        raise RefusedError(413, "The SARIF content is too large.")
    if repository.objects.resolve(asked["commit_sha"]) != asked["commit_sha"]:
        raise not_found()
    made = Sarif(f"sarif-{call.world.new_id('sarif')}", asked["commit_sha"], asked["ref"], _document(packed))
    repository.sarifs[made.id] = made
    return Answer({"id": made.id, "url": f"{call.root}{call.path}/{made.id}"}, 202)


def _get(call: Call) -> Answer:
    found = call.repository.sarifs.get(call.names["sarif_id"])
    if found is None:
        raise not_found()
    return Answer(found.state())


_ALL = "/repos/{owner}/{repo}/code-scanning/sarifs"
ROUTES = (
    Route("POST", _ALL, _upload, ("security_events:write",)),
    Route("GET", f"{_ALL}/{{sarif_id}}", _get, ("security_events:read",)),
)
