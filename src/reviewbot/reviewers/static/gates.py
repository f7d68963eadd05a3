"""What a file itself tells of its protection: functions that let only some through, names from such places.

A helper like `siteOf(req)` sounds like nothing. But where it compares who asks with whose the record is, and
refuses, a handler that begins with it is protected, and one that does without is not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.doorkeepers import Doorkeepers
from reviewbot.reviewers.static.flow.models import family_of
from reviewbot.reviewers.static.functions import functions
from reviewbot.reviewers.static.passages import CrowdedError
from reviewbot.reviewers.static.registered import held
from reviewbot.reviewers.static.routes import Words

if TYPE_CHECKING:
    from ast_grep_py import SgNode

_LONGEST: Final = 2_000
"""Characters of a function that does nothing but decide."""
_MOST: Final = 5_000
"""Functions of a file that are looked at."""
_REFUSES: Final = re.compile(
    r"\bthrow\b|\braise\b|\babort\(|\b40[134]\b|[fF]orbidden|NotFound|\bpanic\(|\bErr\w*\b"
)
_OWNING: Final = (
    *("user", "member", "owner", "tenant", "account", "customer"),
    *("participant", "team", "org", "author", "creator"),
)
_WHOSE: Final = rf"(?:{'|'.join(_OWNING)})\w*"
_WHO: Final = (
    r"\b(?:(?:req|request|ctx|context|socket|session|self|this|client|event|g)\??\.[\w.?]*"
    r"(?:user|id|account|tenant|sub|org|session|auth)\w*|(?:user|viewer|caller|principal|actor|claims|me|member)(?:_?id)?\b"
    r"|(?:current|acting|session)_?\w+|(?:user|account|viewer|tenant|org|caller|actor|owner)_?Id\b)"
)
_COMPARES: Final = re.compile(
    rf"(?i){_WHOSE}\)?\s*(?:!==?|===?)\s*{_WHO}|{_WHO}\)?\s*(?:!==?|===?)\s*[\w.?]*{_WHOSE}"
    rf"|{_WHOSE}\??\.(?:includes|has|some|find|contains|exists)\w*\([^()]*{_WHO}"
    rf"|\b(?:where|filter\w*|find\w*|get_object_or_404|isMember\w*|is_member\w*)\b[^;]{{0,120}}{_WHOSE}\s*[:=]\s*{_WHO}"
    rf"|{_WHO}\s+(?:not\s+)?in\s+[\w.]*{_WHOSE}"
)
"""Compares who asks with whose it is."""
MODULE: Final = re.compile(
    r"(?:import\s++(?P<name>\w++)?\s*+,?\s*+(?:\{(?P<names>[^{}]*+)\})?\s*+from"
    r"|(?:const|let|var)\s++(?:(?P<held>\w++)|\{(?P<some>[^{}]*+)\})\s*+=\s*+require\()\s*['\"](?P<path>[^'\"\n]*)['\"]"
)
IMPORT: Final = re.compile(
    r"^(?:from[ \t]+(?P<path>[\w.]++)[ \t]+import[ \t]+(?:\((?P<many>[\w\s,]++)|(?P<names>[\w \t,]++))"
    r"|import[ \t]+(?P<whole>[\w.]++)(?:[ \t]+as[ \t]+(?P<as>\w++))?)",
    re.MULTILINE,
)
_NAMED: Final = re.compile(r"(?:auth|security|guards?|permissions?|acl|rbac|access|polic(?:y|ies))")
"""Modules that a package hands out: `from shop import security`."""
_FRAMEWORK: Final = re.compile(
    r"(?:django|flask|fastapi|starlette|werkzeug|aiohttp|tornado|passlib|jose|jwt)\b"
)
"""Where libraries keep what protects, and much else."""
_PLACE: Final = re.compile(
    r"(?i)(?:^|[/._-])(?:auth\w{0,12}|access|guards?|permissions?|acl|rbac|polic(?:y|ies)|roles?|security|sessions?)(?:$|[/._-])"
)
_OTHERWISE: Final = re.compile(
    r"(?i)helmet|cors|csp|limit|\blog|header|sanit|pars|upload|valid|compress|csrf|nonce|error|hash|config|types?$"
)
_WORD: Final = re.compile(r"(\w+)\s*(?:,|$)")
_TYPE: Final = r"(?:[ ]?:[ ]?[\w.<>]{1,60})?"
_GIVEN: Final = rf"\w{{1,40}}{_TYPE}"
_PASSES: Final = re.compile(
    r"\b(?:function[ ](\w{1,60})[ ]?|(\w{1,60})[ ]?=[ ]?(?:function[ ]?)?)"
    rf"\({_GIVEN},\s?{_GIVEN},\s?(?P<next>\w{{1,40}}){_TYPE}\){_TYPE}[ ]?(?:=>)?\s{{0,9}}"
    r"\{?\s{0,20}(?:return[ ])?(?P=next)\(\)[ ]?;?\s{0,20}(?:\}|$)",
    re.MULTILINE,
)
_RETURNS: Final = re.compile(
    r"\bdef[ ](\w{1,60})\((?P<given>\w{1,40})\):\s{1,40}return[ ](?P=given)[ \t]{0,9}$", re.MULTILINE
)
_DEPENDED: Final = re.compile(
    r"^(\w{1,60})[ ]?=[ ]?((?:[\[(]\s{0,9})?(?:\w{1,60}\.)?(?:Depends|Security)\([^=]{1,300})", re.MULTILINE
)
_DEPENDS: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_ACTIVATES: Final = re.compile(
    r"\bclass[ ](\w{1,60})[ ][^{}]{0,200}\{\s{0,20}(?:public[ ])?canActivate\([^(){}]{0,200}\)[^(){}]{0,60}"
    r"\{\s{0,20}return[ ]true[ ]?;?\s{0,20}\}"
)
_STEMS: Final = tuple(
    """
    401 403 forbid unauthori access account acl active actor admin allowed apikey api_key auth ability
    bearer caller can_
    capabilit claims current edit granted guard identity jwt logged login log_in manage member moderator
    only owner passport perm polic principal privilege procedure protect rank rbac requir role scope secur
    server session sign staff tenant token unless user viewer
    """.split()  # noqa: SIM905 - a list of words
)
"""What words of protection are made of, in small letters; see `protects` and `first` in siblings.toml."""
_MAY: Final = re.compile(r"\bcan[a-z:]|can\w{0,31}\(")
"""`canEdit` and the like, in small letters."""


def may_protect(text: str) -> bool:
    """Whether anything in a text may protect a route: far quicker to see than what it is."""
    low = text.lower()
    return any(stem in low for stem in _STEMS) or _MAY.search(low) is not None or _may_be_gate(text)


def of_file(words: Words, root: "SgNode", language: str, known: Doorkeepers) -> Words:
    """The words, with what this file has of its own, and what turns people away elsewhere.

    Raises:
        CrowdedError: it has too many functions to look at.
    """
    text = root.text()
    gates = frozenset(_gates(root, language)) if _may_be_gate(text) else frozenset()
    return replace(
        words,
        guards=frozenset(_imported(text) if language == "python" else _guards(text)),
        gates=gates,
        idle=frozenset(_idle(text, language)),
        asking=known.asking,
        ranked=known.ranked,
        aliases=known.aliases,
        held=held(root) if family_of(language) == "javascript" else _depended(text),
    )


def _depended(text: str) -> dict[str, list[str]]:
    """By name: what a list of dependencies asks first: `staff = [Depends(current_user), Depends(rank)]`."""
    found = ((one[1], _DEPENDS.findall(one[2])) for one in _DEPENDED.finditer(text))
    return {name: asked for name, asked in found if asked}


def _gates(root: "SgNode", language: str) -> Iterator[str]:
    for at, (name, node) in enumerate(functions(root, language)):
        if at >= _MOST:
            raise CrowdedError(f"more than {_MOST:,} functions")
        if name and _size(node) <= _LONGEST and _is_gate(node.text()):
            yield name


def _size(node: "SgNode") -> int:
    where = node.range()
    return where.end.index - where.start.index


def _is_gate(text: str) -> bool:
    """Whether code compares who asks with whose something is, and refuses."""
    return _may_be_gate(text) and _COMPARES.search(text) is not None


def _may_be_gate(text: str) -> bool:
    """What is true of every gate, and far quicker to see."""
    low = text.lower()
    return any(word in low for word in _OWNING) and _REFUSES.search(text) is not None


def _idle(text: str, language: str) -> Iterator[str]:
    """Functions, decorators and classes that let everybody through, whatever they are called."""
    for pattern in (_RETURNS,) if language == "python" else (_PASSES, _ACTIVATES):
        for found in pattern.finditer(text):
            yield next(filter(None, found.groups()))


def _imported(text: str) -> Iterator[str]:
    """The same in Python: modules where protection is kept, and what is imported from them."""
    for found in IMPORT.finditer(text):
        if found["whole"] and _PLACE.search(found["whole"]) and not _OTHERWISE.search(found["whole"]):
            yield found["as"] or found["whole"].rpartition(".")[2]
        for name in _WORD.findall(found["names"] or found["many"] or ""):
            kept = _PLACE.search(found["path"]) is not None and not _FRAMEWORK.match(found["path"])
            if (kept or _NAMED.fullmatch(name)) and not _OTHERWISE.search(name):
                yield name


def _guards(text: str) -> Iterator[str]:
    """Names that are imported from where protection is kept."""
    for found in MODULE.finditer(text):
        if _PLACE.search(found["path"]):
            listed = ",".join(filter(None, (found["name"], found["names"], found["held"], found["some"])))
            yield from (name for name in _WORD.findall(listed) if not _OTHERWISE.search(name))
