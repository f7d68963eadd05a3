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
_PATTERNS: Final = frozenset({"regex", "pattern", "matches"})
_HARMLESS: Final = re.compile(
    r"\b(?:enum|nativeEnum|literal|number|int|bigint|boolean|date|uuid|uuidv4|guid|cuid2?|ulid|nanoid|datetime|ip|ipv4"
    r"|ipv6|isoDate|oneOf|valid|alphanum|integer|hex|picklist|regex:strict)\(\)|coerce\.\w+\(\)"
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
    fields = dict(receiver.fields or {}) if receiver is not None else {}
    if first is not None and (word in _GROWS or word in _OBJECTS):
        fields |= first.fields or {}
    if word in _PATTERNS and first is not None and is_strict(first.shape):
        name = f"{name}:strict"
    return Value(NO_TAINTS, HOLE, f"{name}()", "", fields or None)


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
