"""Names as a diff writes them."""

import re

NOWHERE = "/dev/null"
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)")
_ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}
_PREFIXES = frozenset({"a", "b", "c", "i", "o", "w", "1", "2"})


def name(written: bytes) -> str:
    """One name: quoted as C does it, or plain up to a tab, behind which a date may stand."""
    if quoted := _QUOTED.match(written):
        return _text(_unescape(quoted[1]))
    return _text(written.partition(b"\t")[0].removesuffix(b"\r"))


def header_names(written: bytes) -> tuple[str, str]:
    """Both names of a `diff --git` line, ("", "") if it does not say where one ends.

    Without quotes that is so for a rename only, which tells its names on lines of their own.
    """
    written = written.removesuffix(b"\r")
    if quoted := _QUOTED.match(written):
        return _text(_unescape(quoted[1])), name(written[quoted.end() + 1 :])
    if written.endswith(b'"') and (start := written.find(b' "')) >= 0:
        return _text(written[:start]), name(written[start + 1 :])
    middle = len(written) // 2
    old, new = _text(written[:middle]), _text(written[middle + 1 :])
    same = written[middle : middle + 1] == b" " and old.partition("/")[2] == new.partition("/")[2]
    return (old, new) if same else ("", "")


def strip(old: str, new: str) -> tuple[str, str]:
    """Both names without the prefixes that tell the sides apart: `a/` and `b/`, or two folders compared."""
    old_first, _, old_rest = old.partition("/")
    new_first, _, new_rest = new.partition("/")
    if old == NOWHERE:
        return old, (new_rest if new_first in _PREFIXES and new_rest else new)
    if new == NOWHERE:
        return (old_rest if old_first in _PREFIXES and old_rest else old), new
    prefixes = {old_first, new_first} <= _PREFIXES or old_rest == new_rest
    if old_first != new_first and prefixes and old_rest and new_rest:
        return old_rest, new_rest
    return old, new


def _unescape(quoted: bytes) -> bytes:
    return _ESCAPE.sub(lambda found: _character(found[1]), quoted)


def _character(escape: bytes) -> bytes:
    if escape[0] in b"01234567":
        return bytes([int(escape, 8) & 0xFF])
    return _ESCAPES.get(escape, escape)


def _text(name_bytes: bytes) -> str:
    return name_bytes.decode("utf-8", "surrogateescape")
