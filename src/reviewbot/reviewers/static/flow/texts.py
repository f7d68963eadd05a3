"""Texts that calls make of texts: templates filled in, parts joined, paths put together."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from reviewbot.reviewers.static.flow.arguments import Given
from reviewbot.reviewers.static.flow.values import HOLE, UNKNOWN, Value, constant, joined, mixed, union

_GAPS: Final = {
    "%": re.compile(r"%(?:\((\w+)\)|(\d+)\$|\[(\d+)\])?[-#0 +,]*\d*(?:\.\d+)?([a-zA-Z])"),
    "format": re.compile(r"\{(?:([A-Za-z_]\w*)|(\d+))?()[^{}]*()\}"),
}
"""Gaps of templates: the name of what goes in, its position from 1 or from 0, and its kind."""
_NUMERIC: Final = frozenset("cdefgoxbitEGUX")
"""Kinds of gaps that only numbers and truth values fit into."""
SAME_TEXT: Final = frozenset(
    """
    strip lstrip rstrip lower upper encode decode replace trim trimEnd toLowerCase toUpperCase toString
    String title capitalize expandtabs format replaceAll ToLower ToUpper Trim chomp downcase upcase
    to_s
    """.split()  # noqa: SIM905 - a list of words
)
"""Methods that leave a text much as it is."""


def changed_shape(word: str, receiver: Value, given: Sequence[Given]) -> str:
    """What a method of a text leaves of its shape; what `replace` puts in may stand anywhere."""
    if word not in SAME_TEXT:
        return HOLE
    put_in = given[1].value if word.startswith("replace") and len(given) > 1 else None
    is_known = put_in is not None and (put_in.is_constant or put_in.function is not None)
    return joined((receiver, put_in)).shape if put_in is not None and is_known else receiver.shape


def substituted_shape(word: str, given: Sequence[Given], receiver: Value | None = None) -> str:
    """What `re.sub`, or `replace`, makes of the shape of a text: what it puts in may stand anywhere."""
    if word not in _SUBSTITUTES:
        return HOLE
    text = receiver.shape if receiver is not None and receiver.is_constant else ""
    if "<" in text and len(given) > 1:  # a page with a gap for data
        sought = given[0].value
        return text.replace(sought.shape, HOLE) if sought.is_constant and sought.shape in text else HOLE
    parts = [item.value for item in given if item.value.function is not None or item.value.shape != HOLE]
    put_in = next((value for value in parts if "<" in value.shape), None)
    return joined((Value(), put_in, Value())).shape if put_in is not None else HOLE


_SUBSTITUTES: Final = frozenset({"sub", "subn", "replace", "replaceAll"})


def path_of(given: Sequence[Given], receiver: Value | None) -> Value:
    """File names one behind the other, with slashes between."""
    parts: list[Value] = []
    for value in (
        *([receiver] if receiver is not None and receiver.taints else []),
        *(item.value for item in given),
    ):
        parts += [constant("/"), value] if parts else [value]
    return joined(parts)


def joined_by(receiver: Value, other: Value) -> Value:
    """`sep.join(items)`, or `items.join(sep)` where the other one is a text that is known."""
    if receiver.is_constant or not other.is_constant:
        return other.listed
    if receiver.fields is None:  # any number of parts: two tell what stands between them
        return joined((receiver, other, receiver))
    parts = [part for item in receiver.fields.values() for part in (item, other)]
    return joined(parts[:-1])


def gap_kinds(template: str) -> list[str]:
    """The letters of the gaps of a template, as `s` and `r`."""
    return [gap[4] for gap in _GAPS["%"].finditer(template)]


def filled(receiver: Value, given: Sequence[Given], word: str) -> Value:
    """A template with its gaps filled in; gaps that nothing is given for stay holes."""
    listed = [item.value for item in given if not item.name]
    named = {item.name: item.value for item in given if item.name}
    free = iter(listed)
    parts: list[Value] = []
    last = 0
    for gap in _GAPS[word].finditer(receiver.shape):
        parts.append(constant(receiver.shape[last : gap.start()]))
        value = _gap_value(gap, word, listed, named) or next(free, UNKNOWN)
        parts.append(UNKNOWN if gap[4] and gap[4] in _NUMERIC else value)
        last = gap.end()
    parts.append(constant(receiver.shape[last:]))
    made = joined(parts)
    left = mixed(free)  # more than the template shows: keep what they carry
    return Value(union((made.taints, left.taints, receiver.taints)), made.shape)


def _gap_value(
    gap: re.Match[str], word: str, listed: Sequence[Value], named: Mapping[str, Value]
) -> Value | None:
    """What a gap asks for by its position or by a name; None if it takes the next one."""
    told = gap[2] or gap[3]
    at = int(told) - (word == "%") if told else -1
    return listed[at] if 0 <= at < len(listed) else named.get(gap[1] or "")
