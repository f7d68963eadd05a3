"""Answering GraphQL; a field that the schema lacks is a violation, until the schema learns it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fakes.github.answers import Answer, Call, RefusedError, Route
from fakes.github.graphql_schema import fields_of, type_of
from fakes.github.graphql_values import Asking, QueryError, SchemaError
from fakes.github.query import Document, Selected, UnreadableError, Variable, parse


@dataclass(frozen=True, slots=True)
class _Run:
    """One document being answered."""

    call: Call
    variables: Mapping[str, Any]

    def select(self, kind: str, thing: object, fields: Sequence[Selected]) -> dict[str, Any]:
        if not fields:
            raise SchemaError(f"a {kind} must have a selection of subfields")
        chosen = [each for each in fields if each.on in {"", kind} or _abstract(each.on)]
        return {each.alias: self._one(kind, thing, each) for each in chosen}

    def _one(self, kind: str, thing: object, asked: Selected) -> Any:  # noqa: ANN401 - JSON
        fields = fields_of(kind)
        if asked.name == "__typename":
            return kind
        if asked.name not in fields:
            raise SchemaError(f"Field '{asked.name}' doesn't exist on type '{kind}'")
        inside, resolve = fields[asked.name]
        arguments = {name: self.value(given) for name, given in asked.arguments.items()}
        found = resolve(thing, Asking(self.call, arguments))
        if found is None or not inside:
            if asked.fields and not inside:
                raise SchemaError(f"'{asked.name}' has no subfields")
            return found
        if isinstance(found, (list, tuple)):
            return [self.select(type_of(inside, each), each, asked.fields) for each in found]
        return self.select(type_of(inside, found), found, asked.fields)

    def value(self, given: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(given, Variable):
            return self.variables.get(given.name)
        if isinstance(given, dict):
            return {name: self.value(each) for name, each in given.items()}
        return [self.value(each) for each in given] if isinstance(given, list) else given


def _abstract(kind: str) -> bool:
    return kind in {"Node", "Comment", "Minimizable", "Actor"}


def _document(call: Call) -> Document:
    try:
        document = parse(call.body["query"])
    except UnreadableError as error:
        raise SchemaError(str(error)) from error
    given = call.body.get("variables") or {}
    missing = [name for name, required in document.variables.items() if required and given.get(name) is None]
    unknown = _used(document.fields) - set(document.variables)
    if missing or unknown:
        raise SchemaError(f"variables: {missing} are missing, {sorted(unknown)} are not declared")
    return document


def _used(value: Any) -> set[str]:  # noqa: ANN401 - JSON or selections
    if isinstance(value, Variable):
        return {value.name}
    if isinstance(value, Selected):
        return _used(list(value.arguments.values())) | _used(list(value.fields))
    if isinstance(value, dict):
        return _used(list(value.values()))
    return set().union(*map(_used, value)) if isinstance(value, (list, tuple)) else set()


def _answer(call: Call) -> Answer:
    if call.token is None:
        raise RefusedError(401, "Requires authentication")
    document = _document(call)
    run = _Run(call, call.body.get("variables") or {})
    kind = "Mutation" if document.mutation else "Query"
    data: dict[str, Any] = {}
    errors: list[dict[str, Any]] = []
    for asked in document.fields:
        try:
            data |= run.select(kind, None, [asked])
        except QueryError as error:
            data[asked.alias] = None
            errors.append({"type": error.kind, "path": [asked.alias], "message": str(error)})
    return Answer({"data": data, "errors": errors} if errors else {"data": data})


ROUTES = (Route("POST", "/graphql", _answer),)
