"""GitHub's OpenAPI description: the judge of every request and answer, and a template for answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

_SLICE = Path(__file__).parents[2] / "data" / "github-openapi-slice.json"
_JSON = "application/json"
_TEXTS = {"uri": "https://example.invalid/", "date-time": "2026-11-24T10:00:00Z"}
_EMPTY: Mapping[str, Any] = {"integer": 0, "number": 0, "boolean": False, "array": []}


def _answer(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {_JSON: {"schema": schema}}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _path(*names: str) -> list[dict[str, Any]]:
    numbers = {"pull_number", "comment_id", "check_run_id"}
    return [
        {
            "name": n,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if n in numbers else "string"},
        }
        for n in names
    ]


def _body(**properties: str) -> dict[str, Any]:
    schema = {"type": "object", "required": list(properties)[:1], "properties": {}}
    schema["properties"] = {name: {"type": kind} for name, kind in properties.items()}
    return {"required": True, "content": {_JSON: {"schema": schema}}}


_OBJECT = {"type": "object"}
_REPO = ("owner", "repo")
OURS: Mapping[str, Any] = {
    "/graphql": {
        "post": {
            "requestBody": _body(query="string", variables="object", operationName="string"),
            "responses": {"200": _answer({**_OBJECT, "properties": {"data": {**_OBJECT, "nullable": True}}})},
        }
    },
    "/meta": {"get": {"responses": {"200": _answer(_OBJECT)}}},
    "/repos/{owner}/{repo}/pulls": {
        "get": {
            "parameters": _path(*_REPO),
            "responses": {"200": _answer({"type": "array", "items": _OBJECT})},
        }
    },
    "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies": {
        "post": {
            "parameters": _path(*_REPO, "pull_number", "comment_id"),
            "requestBody": _body(body="string"),
            "responses": {"201": _answer(_ref("pull-request-review-comment"))},
        }
    },
    "/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations": {
        "get": {
            "parameters": _path(*_REPO, "check_run_id"),
            "responses": {"200": _answer({"type": "array", "items": _OBJECT})},
        }
    },
    "/repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}": {
        "get": {"parameters": _path(*_REPO, "sarif_id"), "responses": {"200": _answer(_OBJECT)}}
    },
}
"""What GitHub serves and the slice leaves out."""


@dataclass(slots=True)
class _Asked:
    """A request in the form that openapi-core reads."""

    host_url: str
    path: str
    method: str
    parameters: RequestParameters
    content_type: str
    body: bytes | None


@dataclass(slots=True)
class _Answered:
    """An answer in the form that openapi-core reads."""

    status_code: int
    headers: Headers
    content_type: str
    data: bytes


@cache
def document() -> dict[str, Any]:
    """The slice and what is ours.

    GitHub sends null for places that a comment lacks, and takes a bare list of labels; the slice denies both.
    A folder is a list, in which openapi-core finds no discriminator.
    """
    slice_: dict[str, Any] = json.loads(_SLICE.read_text(encoding="utf-8"))
    for comment in ("pull-request-review-comment", "review-comment"):
        properties = slice_["components"]["schemas"][comment]["properties"]
        for name in ("line", "original_line", "position"):
            properties[name]["nullable"] = True
    contents = slice_["paths"]["/repos/{owner}/{repo}/contents/{path}"]["get"]["responses"]["200"]
    del contents["content"][_JSON]["schema"]["discriminator"]
    labels = slice_["paths"]["/repos/{owner}/{repo}/issues/{issue_number}/labels"]["post"]["requestBody"]
    labels["content"][_JSON]["schema"]["oneOf"].append({"type": "array", "items": {"type": "string"}})
    _admit_null(slice_)
    return {**slice_, "paths": {**slice_["paths"], **OURS}}


def _admit_null(part: Any) -> None:  # noqa: ANN401 - JSON
    """Let null be among the values where a list of them is said to be nullable."""
    if isinstance(part, dict):
        if part.get("nullable") is True and isinstance(part.get("enum"), list):
            part["enum"].append(None)
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            _admit_null(each)


@cache
def _description() -> OpenAPI:
    return OpenAPI.from_dict(document())


def _asked(method: str, path: str, query: Mapping[str, str], body: bytes, content_type: str) -> _Asked:
    parameters = RequestParameters(query=ImmutableMultiDict(query))
    return _Asked(
        document()["servers"][0]["url"], path, method.lower(), parameters, content_type, body or None
    )


def wrong_request(
    method: str, path: str, query: Mapping[str, str], body: bytes, content_type: str
) -> Iterator[str]:
    """Everything in which a request departs from the description."""
    if body and not content_type.startswith(_JSON):
        yield f"the body is {content_type or 'of no type'}, not {_JSON}"
        return
    asked = _asked(method, path, query, body, _JSON if body else "")
    yield from map(_reason, _description().iter_request_errors(asked))


def wrong_answer(method: str, template: str, path: str, status: int, content: bytes) -> Iterator[str]:
    """Everything in which a JSON answer departs from the description.

    Errors that GitHub gives and the description of a path does not list need what all errors share.
    """
    operation = document()["paths"][template][method.lower()]
    if str(status) not in operation["responses"]:
        if not (status >= 400 and isinstance(json.loads(content).get("message"), str)):
            yield f"{status} is not described and has no message"
        return
    asked = _asked(method, path, {}, b"", "")
    answered = _Answered(status, Headers(), _JSON, content)
    yield from map(_reason, _description().iter_response_errors(asked, answered))


def _reason(error: BaseException) -> str:
    cause = error.__cause__ or error
    inner = [
        f"{'/'.join(map(str, each.absolute_path))}: {each.message[:200]} ... {each.message[-200:]}"
        for each in getattr(cause, "schema_errors", ())
    ]
    return ("; ".join(inner) or f"{error}: {cause}")[:1_000]


def filled(schema: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """`values`, and something harmless for everything else that the schema requires."""
    return {**_required(schema), **values}


@cache
def _required(schema: str) -> dict[str, Any]:
    example: dict[str, Any] = _example({**document()["components"]["schemas"][schema], "nullable": False})
    return example


def _example(schema: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("nullable"):
        return None
    for several in ("oneOf", "anyOf", "allOf"):
        if several in schema and "properties" not in schema:
            return _example(schema[several][0])
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "string":
        return _TEXTS.get(schema.get("format", ""), "")
    if schema.get("type") in _EMPTY:
        return _EMPTY[schema["type"]]
    return {name: _example(schema["properties"][name]) for name in schema.get("required", ())}
