"""Check runs, whose annotations add up, and commit statuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fakes.github.answers import Answer, Call, RefusedError, Route, invalid, not_found
from fakes.github.openapi import filled
from fakes.github.people import user

if TYPE_CHECKING:
    from fakes.github.repositories import Repository

_SIMPLE = ("name", "status", "conclusion", "started_at", "completed_at", "details_url", "external_id")


@dataclass(slots=True)
class CheckRun:
    """A check run. `fields` are as they were last sent; `annotations` are all that ever were."""

    repository: "Repository" = field(repr=False)
    id: int
    head_sha: str
    fields: dict[str, Any] = field(default_factory=dict)
    output: dict[str, Any] = field(default_factory=dict)
    annotations: list[dict[str, Any]] = field(default_factory=list)

    def update(self, asked: Mapping[str, Any], now: str) -> None:
        """Take what is sent; a conclusion completes the run."""
        if asked.get("status") == "completed" and not asked.get("conclusion"):
            raise invalid("CheckRun", "conclusion", "missing_field", "conclusion is required when completed")
        for each in asked.get("output", {}).get("annotations", ()):
            if "start_column" in each and each["start_line"] != each["end_line"]:
                raise RefusedError(
                    422, "Invalid request.\n\nstart_column is for annotations of one line only."
                )
        self.fields |= {name: asked[name] for name in _SIMPLE if name in asked}
        if asked.get("conclusion"):
            self.fields = {"completed_at": now, **self.fields, "status": "completed"}
        output = dict(asked.get("output", {}))
        self.annotations += output.pop("annotations", [])
        self.output |= output

    def json(self, root: str) -> dict[str, Any]:
        """As the API shows it."""
        api = f"{root}/repos/{self.repository.name}/check-runs/{self.id}"
        app = filled(
            "nullable-integration", {"id": 15368, "slug": "github-actions", "owner": user("github", root)}
        )
        output = {
            "title": self.output.get("title"),
            "summary": self.output.get("summary"),
            "text": self.output.get("text"),
            "annotations_count": len(self.annotations),
            "annotations_url": f"{api}/annotations",
        }
        known = {"status": "queued", "conclusion": None, **self.fields}
        return filled(
            "check-run",
            {
                **known,
                "id": self.id,
                "node_id": f"CR_{self.id}",
                "head_sha": self.head_sha,
                "url": api,
                "html_url": f"{self.repository.world.url}/{self.repository.name}/runs/{self.id}",
                "app": {**app, "permissions": {}},
                "check_suite": {"id": 1},
                "output": output,
            },
        )


def _run(call: Call) -> CheckRun:
    found = call.repository.check_runs.get(int(call.names["check_run_id"]))
    if found is None:
        raise not_found()
    return found


def _create(call: Call) -> Answer:
    repository, sha = call.repository, call.body["head_sha"]
    if repository.objects.resolve(sha) != sha:
        raise RefusedError(422, f"No commit found for SHA: {sha}")
    made = CheckRun(repository, call.world.new_id("check run"), sha)
    made.update({"started_at": call.world.now(), **call.body}, call.world.now())
    repository.check_runs[made.id] = made
    return Answer(made.json(call.root), 201)


def _get(call: Call) -> Answer:
    return Answer(_run(call).json(call.root))


def _update(call: Call) -> Answer:
    run = _run(call)
    run.update(call.body, call.world.now())
    return Answer(run.json(call.root))


def _annotations(call: Call) -> Answer:
    return call.listed(_run(call).annotations, lambda each, _: each)


def _set_status(call: Call) -> Answer:
    repository, sha = call.repository, call.names["sha"]
    if repository.objects.resolve(sha) != sha:
        raise RefusedError(422, f"No commit found for SHA: {sha}")
    status = filled(
        "status",
        {
            "context": "default",
            **{name: call.body.get(name) for name in ("target_url", "description")},
            **{name: call.body[name] for name in ("state", "context") if name in call.body},
            "creator": user(call.login, call.root),
            "created_at": call.world.now(),
            "url": f"{call.root}{call.path}",
        },
    )
    repository.statuses.setdefault(sha, []).append(status)
    return Answer(status, 201)


_RUNS = "/repos/{owner}/{repo}/check-runs"
_ONE = f"{_RUNS}/{{check_run_id}}"
ROUTES = (
    Route("POST", _RUNS, _create, ("checks:write",)),
    Route("GET", _ONE, _get, ("checks:read",)),
    Route("PATCH", _ONE, _update, ("checks:write",)),
    Route("GET", f"{_ONE}/annotations", _annotations, ("checks:read",)),
    Route("POST", "/repos/{owner}/{repo}/statuses/{sha}", _set_status, ("statuses:write",)),
)
