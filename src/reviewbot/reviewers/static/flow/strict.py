"""Regular expressions that leave room for nothing but what they name, from end to end."""

import re
from collections.abc import Iterator
from typing import Final

from reviewbot.reviewers.static.flow.values import EVERYTHING

_DELIMITED: Final = re.compile(r"/(?P<inner>.*)/[iuvD]*", re.DOTALL)
_BEGINS: Final = ("^", r"\A")
_ENDS: Final = re.compile(r"(?<!\\)(?:\\\\){0,9}(?:\$|\\[zZ])\Z")
_LOOSE: Final = re.compile(
    r"\[\^|\\[SDWP]|\\p(?!\{?(?:L[ultmo]?|N[dlo]?|Letter|Number|Alphabetic)\b\}?)"
    r"|\[:(?!al(?:num|pha)|x?digit|lower|upper)"
)
"""Sets that hold signs too: all but some letter, properties and classes of more than letters and digits."""
_ANYTHING: Final = re.compile(r"(?<!\\)\.(?![A-Za-z0-9])")
"""Any character, unless it stands for the dot of a name that nobody has escaped."""
_CODE: Final = re.compile(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})|\\[ux]\{([0-9A-Fa-f]{1,5})\}")
_CLASS: Final = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]", re.DOTALL)
_NAMED: Final = re.compile(r"\\[wdpbuxnrtfv0]|\[:\w*:")
_RANGE: Final = re.compile(r"(.)-(.)", re.DOTALL)
_PART: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""What decides where one alternative ends: escapes and classes are skipped as wholes."""
_HARMFUL: Final = frozenset(";|&$`<>'\"")
_ALL: Final = frozenset({EVERYTHING})
_ALWAYS: Final = frozenset(
    """
    html header log ldap template deserialise format xml mass nosql proto regex
    """.split()  # noqa: SIM905 - a list of words
)
_UNLESS: Final = (
    (" ", frozenset({"sql", "code", "xpath"})),
    ("/", frozenset({"path", "ssrf", "ssrf_part", "redirect"})),
)
"""What is out of the question unless a letter may stand in the text: `1 or 1`, `/etc`."""
_HOST: Final = re.compile(r"\^https?\??:(?:\\?/){2}(?:[\w()|?:-]|\\[.-])+\\?/")
"""A pattern of addresses whose host is fixed."""
_LEADS: Final = frozenset({"ssrf", "redirect"})
_FIRST: Final = re.compile(
    r"(?!.*\|[^\w(/\\])(?:\^|\\A)?(?:\((?:\?:)?)?"
    r"(?:[A-Za-z0-9@_/]|\\[wd./]|\[(?:\\[wds./]|\w-\w|[\w./@:~ ])+\])(?![*?|]|\{0)",
    re.DOTALL,
)
"""The beginning of a pattern that no text with a dash in front matches."""
_DASH: Final = re.compile(r"(?:\^|\\A)(?:\\s\*)?(?:\\?-|\[\\?-\])\+?")
_TELLING: Final = _HARMFUL | {letter for letter, _ in _UNLESS}


def is_strict(pattern: str) -> bool:
    """Whether a pattern leaves no room for harm of any kind."""
    return out_of(pattern) == _ALL


def out_of(pattern: str, *, whole: bool = False, starts: bool = False) -> frozenset[str]:
    """The kinds of harm that no text which a pattern matches can do.

    `whole` if it is matched from end to end, `starts` if from the start.
    """
    delimited = _DELIMITED.fullmatch(pattern)
    inner = delimited["inner"] if delimited else pattern
    if not all(_is_bound(branch, whole=whole, starts=starts) for branch in _alternatives(inner)):
        return frozenset()
    held = frozenset[str]().union(*(_holds(found[1]) for found in _CLASS.finditer(inner)))
    if _LOOSE.search(inner) or _ANYTHING.search(_CLASS.sub("[]", inner)) or held & _HARMFUL:
        return frozenset()
    if not held:
        return _ALL
    always = _ALWAYS | _LEADS if _HOST.match(inner) else _ALWAYS
    return always.union(*(kinds for letter, kinds in _UNLESS if letter not in held))


def begins_without_dash(pattern: str, *, starts: bool = False) -> bool:
    """Whether no text that a pattern matches begins with a dash; `starts` if it is matched from the start."""
    delimited = _DELIMITED.fullmatch(pattern)
    inner = delimited["inner"] if delimited else pattern
    return all(
        (starts or branch.startswith(_BEGINS)) and _FIRST.match(branch) is not None
        for branch in _alternatives(inner)
    )


def asks_for_dash(pattern: str) -> bool:
    """Whether a pattern matches all texts that begin with a dash."""
    return _DASH.fullmatch(pattern.strip("/")) is not None


def _is_bound(branch: str, *, whole: bool, starts: bool) -> bool:
    """Whether one alternative of a pattern is matched from end to end."""
    begins = whole or starts or branch.startswith(_BEGINS)
    return begins and (whole or _ENDS.search(branch) is not None)


def _holds(inner: str) -> frozenset[str]:
    """The telling letters that a class of a pattern holds."""
    spelt = _CODE.sub(lambda code: chr(int(code[1] or code[2] or code[3], 16)), inner.replace(r"\s", " "))
    bare = _NAMED.sub("", spelt).replace("\\", "")
    ranges = _RANGE.findall(bare)
    return frozenset(
        letter for letter in _TELLING if letter in bare or any(low <= letter <= high for low, high in ranges)
    )


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the `|` that stand in no brackets."""
    depth, start = 0, 0
    for found in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]
