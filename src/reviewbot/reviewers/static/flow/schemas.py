"""Schemas that look at data field by field: what zod, Joi, yup and the like leave of what they are given."""

import re
from collections.abc import Sequence
from typing import Final

from reviewbot.reviewers.static.flow.arguments import Given, part_of
from reviewbot.reviewers.static.flow.strict import is_strict
from reviewbot.reviewers.static.flow.values import HOLE, NO_TAINTS, Value, clean

_PARSES: Final = frozenset(
    """
    parse safeParse parseAsync safeParseAsync validate validateSync validateAsync cast attempt schema
    """.split()  # noqa: SIM905 - a list of words
)
_GROWS: Final = frozenset({"extend", "merge", "keys", "append", "shape", "safeExtend", "concat"})
_OBJECTS: Final = frozenset({"object", "strictObject", "looseObject", "interface"})
_BOTH: Final = frozenset({"and", "intersection"})
_LAST: Final = frozenset({"pipe", "preprocess"})
"""What leaves the word to the schema that is given last."""
_BRINGS: Final = frozenset({"default", "catch", "prefault", "allow", "transform", "overwrite", "failover"})
"""What may put something else in place of the data."""
_PATTERNS: Final = frozenset({"regex", "pattern", "matches"})
REFINES: Final = frozenset({"refine", "custom"})
"""What lets a function of the program decide; of one that does, `:judged` is said."""
_HARMLESS: Final = re.compile(
    r":judged\(\)|\b(?:enum|nativeEnum|literal|number|int|bigint|boolean|date|uuid|uuidv4|guid|cuid2?|ulid|nanoid|datetime|ip|ipv4"
    r"|ipv6|isoDate|oneOf|valid|alphanum|integer|hex|picklist|regex:strict)\(\)"
)
"""What a schema holds that leaves only what can do no harm."""
_OPEN: Final = re.compile(r"\b(?:passthrough|looseObject|loose|any|unknown|record|catchall)\(\)")
"""What lets fields through that nobody has named."""
_STRUCTURE: Final = frozenset({"nosql", "mass", "proto"})
"""Harm that only data of a form which nobody expects can do."""


def of_schema(name: str, given: Sequence[Given], receiver: Value | None) -> Value | None:
    """What a call on a library of schemas gives: a schema, or data; None where nothing is known."""
    word = name.rpartition(".")[2]
    first = given[0].value if given else None
    if word in _PARSES and first is not None:
        schema, data = (
            (first, given[1].value) if len(given) > 1 and given[1].value.taints else (receiver, first)
        )
        return _answer(_looked_at(schema, data)) if schema is not None else None
    return _joined(name, word, given, receiver) or _grown(name, word, first, receiver)


_BUILDERS: Final = ("Type.", "@sinclair/typebox.Type.", "typebox.Type.")
"""What makes a JSON schema by calls: `Type.Object({ name: Type.String() }, { title: "Note" })`."""
_CLOSES: Final = "additionalProperties"


def of_builder(name: str, given: Sequence[Given]) -> Value | None:
    """The JSON schema that a call builds, if it is one; known of it is whether it lets other fields in."""
    if not name.startswith(_BUILDERS):
        return None
    # What stands in a list is put together with others, and how it was set up is lost.
    told = [item.value.fields for item in reversed(given) if _CLOSES in (item.value.fields or {})]
    return Value(NO_TAINTS, HOLE, f"{name}()", "", told[0] if told else None)


def by_route(schema: Value, data: Value) -> Value:
    """What the schema of a route leaves of data: a closed one lets in only what it names."""
    told = (schema.fields or {}).get(_CLOSES)
    is_closed = told is not None and told.shape == "false"
    return Value(clean(data.all_taints(), _STRUCTURE), HOLE, data.name) if is_closed else data


def _grown(name: str, word: str, first: Value | None, receiver: Value | None) -> Value:
    """A schema with one more word, and the fields that come with it."""
    fields = dict(receiver.fields or {}) if receiver is not None else {}
    if first is not None and (word in _GROWS or word in _OBJECTS):
        fields |= first.fields or {}
        name = f"{name}().passthrough" if _OPEN.search(first.name) else name
    if word in _PATTERNS and first is not None and is_strict(first.shape):
        name = f"{name}:strict"
    return Value(NO_TAINTS, HOLE, f"{name}()", "", fields or None)


def _joined(name: str, word: str, given: Sequence[Given], receiver: Value | None) -> Value | None:
    """A schema beside which others, or values that nobody has looked at, are let in too; else None."""
    root = f"{name.partition('.')[0]}."
    others = [item.value for item in given if not item.value.is_constant]
    schemas = [value for value in others if value.name.startswith(root)]
    before = [receiver] if receiver is not None and receiver.name.endswith(")") else []
    if word in _LAST and others:
        return others[-1] if others[-1] in schemas else _wide(root, others)
    if word in _BOTH and others:
        return _both(root, [*before, *others])
    if word == "or" and others and not all(_is_harmless(value) for value in [*before, *others]):
        return _wide(root, [*before, *others])
    if word in _BRINGS and (schemas or any(_is_from_outside(value) for value in others)):
        return _wide(root, others)
    return None


def _both(root: str, parts: Sequence[Value]) -> Value:
    """A schema that is all of some others: of objects, the fields of all."""
    if not all(part.fields for part in parts):
        return _wide(root, parts)
    fields = {name: field for part in parts for name, field in (part.fields or {}).items()}
    return Value(NO_TAINTS, HOLE, _wide(root, parts).name, "", fields)


def _wide(root: str, parts: Sequence[Value]) -> Value:
    """A schema of which nothing is known but whether it is open."""
    is_open = any(_OPEN.search(part.name) for part in parts)
    return Value(NO_TAINTS, HOLE, f"{root}{'unknown' if is_open else 'wide'}()")


def _is_harmless(schema: Value) -> bool:
    return not schema.fields and _HARMLESS.search(schema.name) is not None


def _is_from_outside(value: Value) -> bool:
    return any(origin.kind != "param" for origin in value.all_taints())


def _looked_at(schema: Value, data: Value) -> Value:
    """Data after a schema has looked at it."""
    told = f"{schema.name} {schema.cls}"
    if schema.fields:
        fields = {name: _looked_at(field, part_of(data, f".{name}")) for name, field in schema.fields.items()}
        return Value(data.taints if _OPEN.search(told) else NO_TAINTS, HOLE, "", "", fields)
    if _HARMLESS.search(told):
        return Value(NO_TAINTS)
    if _OPEN.search(told):
        return data
    return Value(clean(data.all_taints(), _STRUCTURE))


def _answer(checked: Value) -> Value:
    """Data as all libraries hand it out: by itself, or as the `data`, `value` or `output` of an answer."""
    fields = {**(checked.fields or {}), "data": checked, "value": checked, "output": checked}
    return Value(checked.taints, checked.shape, "", "", fields if checked.fields else None)
