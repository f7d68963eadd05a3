"""What a project calls those who ask: its gardeners, drivers or studios are what others call users.

`req.gardener.id`, `session["driver_id"]` and `Depends(current_diver)` tell a name that no list of words has.
Where it is known, `gardener_id = $1` says as much of whose a record is as `user_id = $1` does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.passages import Passage

_USER: Final = "user"
"""What they are called where they have to be known."""
_MOST: Final = 12
"""Names of one change."""
_NAME: Final = r"(?P<name>[a-z][a-zA-Z]{2,24}?)"
_ON_REQUEST: Final = re.compile(
    r"(?<![\w.])(?:(?:(?:self|this|info)\.)?(?:req|request|ctx|context|socket|locals|session)"
    r"|event\.(?:locals|context)|c\.(?:var|state))!?\??\."
    r"(?:(?:state|locals|data|var|auth|credentials|session|context|raw)!?\??\.){0,3}"
    rf"{_NAME}(?:!?\??\.(?:_?id|uid|uuid|pk)|Id|_id)\b(?!\()"
)
"""The number of somebody who is kept where only the server writes: on the request, or in the session."""
_ON_G: Final = re.compile(rf"(?<![\w.])g\.{_NAME}(?:\.(?:id|pk|uuid)|_id)\b")
"""The same in Flask."""
_IN_SESSION: Final = re.compile(
    rf"\b(?:session|c|ctx|request\.state)(?:\.get\(|\[)[\"']{_NAME}(?:_id|Id|[\"'][\])]\.id\b)"
)
_CURRENT: Final = re.compile(
    r"\bDepends\(\s*(?:\w+\.)?(?:get_)?(?:current|signed_in|authenticated)_(?P<name>[a-z]{3,24})\)"
    r"|\bcurrent_(?P<held>[a-z]{3,24})\??\.(?:id|pk|uuid)\b"
    r"|\b(?:get)?(?:[cC]urrent|[sS]ignedIn)(?P<called>[A-Z][a-z]{2,23})\("
)
_AS_FIELD: Final = re.compile(r"\b(?P<name>[a-z]{3,24})(?:_id)?\s?[=:]\s?(?:self\.)?request\.(?P=name)\b")
"""`Hive.objects.filter(keeper=request.keeper)`."""
_TAKEN: Final = re.compile(
    r"\{(?P<names>[^{}\n]{1,120})\}[ ]?=[ ](?:await[ ])?(?:(?:req|request|ctx|context|socket|event|locals)"
    r"(?:\.(?:state|locals|data|session|auth|var))?(?=[;\n])"
    r"|\w{0,20}(?i:session|auth|signed_?in|logged_?in)\w{0,20}\()"
    r"|\(\s*(?:_\w{0,20}|root|parent|obj|source)\b[^(){},\n]{0,40},[ ](?:\w{1,40}|\{[^{}\n]{0,120}\})"
    r"[^(){},\n]{0,40},[ ]\{(?P<third>[^{}\n]{1,120})\}"
)
"""What is taken from the request or the session by its name, or from the context of a resolver."""
_ORDINARY: Final = frozenset(
    """
    account actor admin app application args arguments auth author aws batch body callback caller chat
    client command conn connection cookies correlation cursor customer data day default detail document
    entity error event execution extended file files form frame guild handle headers http input inquiry
    instance interaction item job json locale log match member message method model month msg node object
    operation org organisation organization owner page param params parent parsed path payload peer
    principal process query raw record ref request res resource response result room route row run server
    session socket source span state step subject target task team telegram tenant thread time timer trace
    tracing transaction tx update url user users valid validated value values version view viewer week
    window workflow workspace year
    """.split()  # noqa: SIM905 - a list of words
)
"""Names that are known, or of nobody who asks."""
_SENT: Final = re.compile(
    r"(?i)param|quer(?:y|ies)|body|header|cookie|input|payload|request|form|args|config"
)
"""What holds what a client has sent."""
_GIVEN: Final = r"""(?xi)
  \b(?:params?|query|body|args|input|form|payload|dto|searchParams)[?!]?(?:\.(?:get\()?|[\[(])["']?{name}(?:_?id)?\b
| \b{name}(?:_?id)?\b[^=\n]{{0,120}}\}}\s*=\s*(?:await\s)?[\w.]*(?:params|query|body|input|args|json)\b
| \b{name}\s*=(?!=)[^=\n]{{0,120}}\b(?:params|query|body|input|path)\b
| \b{name}_?id\s*:\s*(?:z|v|t|yup|Joi|Type)\.
| /[:{{<\[](?:\w{{1,12}}:)?{name}(?:_?id)?\b
"""
"""A record of this name is one that the client asks for."""


def callers(texts: Iterable[str]) -> frozenset[str]:
    """The names, apart from those that every project has, of who asks in some texts."""
    told = list(texts)
    found = dict.fromkeys(name for text in told for name in _named(text) if not _is_ordinary(name))
    return frozenset(name for name in list(found)[:_MOST] if not _is_given(name, told))


def called_users(passage: Passage, names: frozenset[str]) -> Passage:
    """The passage with those who have one of these names called users, line by line."""
    if not names:
        return passage
    listed = "|".join(sorted(names))
    text = re.sub(
        rf"(?:(?<![a-zA-Z])|(?<=[a-z])(?=[A-Z]))(?i:{listed})(?=_?[iI]d\b|!?\??\.(?:_?id|uid|uuid|pk)\b)"
        rf"|(?<=\.)(?:{listed})\b(?=!?\??\.)|(?<=current_)(?:{listed})\b"
        rf"|\b(?:{listed})(?=\s?[=:]\s?(?:self\.)?(?:req|request|ctx|context|session|c)\.)|(?<=\brequest\.)(?:{listed})\b",
        _USER,
        passage.text,
    )
    return replace(passage, lines=tuple(text[:-1].split("\n")))


_NUMBERED: Final = re.compile(r"\b([a-z]\w{2,24})\??\.(?:_?id|uuid)\b")
"""What has a number."""


def _named(text: str) -> Iterator[str]:
    flask = (_ON_G,) if "flask" in text else ()
    for pattern in (_ON_REQUEST, _IN_SESSION, _CURRENT, _AS_FIELD, *flask):
        for found in pattern.finditer(text):
            name = next(filter(None, found.groups()))
            yield name[0].lower() + name[1:]
    numbered = set(_NUMBERED.findall(text))
    for found in _TAKEN.finditer(text):
        names = re.findall(r"(?<![\w.:])[a-z]\w{2,24}", found["names"] or found["third"])
        yield from (name for name in names if name in numbered)


def _is_ordinary(name: str) -> bool:
    return name in _ORDINARY or _SENT.search(name) is not None


def _is_given(name: str, texts: Iterable[str]) -> bool:
    told = re.compile(_GIVEN.format(name=re.escape(name)))
    return any(told.search(text) for text in texts)
