"""Power over a group that whoever is signed in gives away: an invitation, a membership, a role.

`invites.insertOne({ clubId: ctx.params.clubId, role })` needs somebody who may do so in this club. A login
alone tells who it is, and nothing of the club.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from reviewbot.reviewers.static.lookups import closed, words
from reviewbot.reviewers.static.passages import Hit, claim

if TYPE_CHECKING:
    from reviewbot.reviewers.static.owners import Around, Reading

_GIVES: Final = re.compile(
    r"(?<![\w.])(?:\w{1,40}\.){0,3}(?i:\w{0,30}(?:invit|membership|collaborator|grant|permission|role_?assign|access_?right)\w{0,20})"
    r"(?:\.objects)?\.(?:create|insert|insertOne|insertInto|add|save|build|issue|acreate|upsert)\("
    r"|(?<![\w.])(?i:insert\(\s?\w{0,30}(?:invit|membership|collaborator|grant)\w{0,20}\s?\))\.values\("
    r"|(?<![\w.])[A-Z]\w{0,30}(?:Invit|Membership|Collaborator)\w{0,20}\(|(?<![\w.])(?:Invit\w{1,20}|Membership|Collaborator)\("
)
"""A record that gives somebody power is made."""
_GROUP: Final = re.compile(
    r"\b(?P<name>[a-z]\w{1,40}?)(?:Id|_id)[\"']?\s?[:=]\s?"
    r"(?:(?:req|request|ctx|context|c\.req|event)\??\.(?:params|pathParameters|param)\b|(?:params|args|kwargs|path)[.\[])"
    r"|[{,(]\s{0,20}(?P<given>[a-z]\w{1,40}?)(?:Id\b(?=\s*[,}])|_id=(?P=given)_id\b)"
)
"""The group, by a number that comes as it is."""
_POWER: Final = re.compile(r"(?i)\brole\b|\bpermissions?\b|\brights?\b|\blevel\b|\bscopes?\b|invit")
_ANSWERED: Final = re.compile(r"(?i)accept|join|redeem|decline|sign_?up|register|request|apply|seed|import")
"""What one does for oneself, or with an invitation in hand."""
_OF_SELF: Final = re.compile(r"(?i)user|account|member|invit|role|author|creator|person|sender")
_REGISTERS: Final = re.compile(r"\.(?:get|post|put|patch|delete|use|route)\(")
_MIDDLE: Final = re.compile(r",\s*([A-Za-z_][\w.]*)(?=\s*[,(])")
"""What stands between a path and the function that answers it."""
_DECORATES: Final = re.compile(
    r"[ \t]{0,40}@(?!\w+\.(?:get|post|put|patch|delete|route|websocket)\()([\w.]+)"
)
_DEPENDS: Final = re.compile(r"\b(?:Depends|Security)\(\s*([\w.]+)")
_LOGIN: Final = re.compile(
    r"(?i)user|auth(?!or)|log_?in|sign|session|jwt|valid|body|limit|pars|async|function|wrap|db\b|database|conn|setting"
    r"|service|repo|api_view|action|require_POST|http|csrf|atomic|transaction"
)
"""Asks who it is and no more, or for something else."""
_ABOVE: Final = 4
_CONSTANT: Final = re.compile(
    r"^[ \t]*+(?:export[ ])?(?:(?:const|let|var)[ ])?[A-Z][A-Z_\d]*[ ]?[:=].*$", re.MULTILINE
)
"""`const ROLES = [...]` asks nobody."""
_OF_ANOTHER: Final = re.compile(
    r"(?i)\b\w{0,20}_?id[\"']?\s?[:=]\s?(?:(?:req|request|ctx|event)\.)?(?:request\.)?(?:body|data|payload|input|form|dto|json)"
    r"[\w.\[\]\"']*"
)
"""Whom the client names."""
_MOST: Final = 100


def granted(reading: "Reading", by: str) -> Iterator[Hit]:
    """The gifts of power, on changed lines, before which nothing is asked but who it is."""
    passage, told = reading.passage, words()
    if not _GIVES.search(passage.text) or told.inside.search(passage.path):
        return
    text = reading.text
    if not reading.is_signed or told.ranked.search(_CONSTANT.sub("", reading.outline)):
        return
    for found in islice(_GIVES.finditer(text), _MOST):
        said = text[found.end() - 1 : closed(text, found.end() - 1)]
        line = text.count("\n", 0, found.start())
        around = reading.within(line)
        if around is not None and _is_given(said) and not _asks(reading, around):
            number = passage.start + line
            if passage.is_changed(number, number + said.count("\n")):
                number = _registered(reading, around) or number
                yield Hit(claim(told.granted, by, passage.line(number), number), number)


def _registered(reading: "Reading", around: "Around") -> int:
    """The changed line on which a function with a name is made to answer a route, where a check belongs."""
    start = reading.passage.start
    told = re.compile(rf"[,(]\s*{re.escape(around.name)}\s*\)")
    rows = (
        row for row, line in enumerate(reading.bare.lines) if _REGISTERS.search(line) and told.search(line)
    )
    changed = (start + row for row in rows if reading.passage.is_changed(start + row, start + row))
    return next(changed, 0) if around.name else 0


def _is_given(said: str) -> bool:
    """Whether a record gives power over a group that the client names."""
    told = words()
    own = told.caller.search(_OF_ANOTHER.sub("", told.done_by.sub("", said)))
    groups = (found["name"] or found["given"] for found in _GROUP.finditer(said))
    return own is None and _POWER.search(said) is not None and any(not _OF_SELF.search(one) for one in groups)


def _asks(reading: "Reading", around: "Around") -> bool:
    """Whether a function, or the route that it answers, asks for more than who it is."""
    told = words()
    if not around.serves or _ANSWERED.search(around.name) or around.decides:
        return True
    if told.vouching.search(around.body) or _depends(around.given):
        return True
    if any(around.first <= one.first <= around.last and one.is_owned for one in reading.found):
        return True
    lines, first = reading.bare.lines, max(around.first - _ABOVE, 0)
    named = [line for line in lines if around.name and around.name in line]
    return any(map(_is_guarded, (*named, *lines[first : around.first + 1])))


def _is_guarded(line: str) -> bool:
    """Whether a line registers a function behind more than a login: `post(path, managers, create)`."""
    found = _REGISTERS.search(line)
    given = _MIDDLE.findall(line, found.end()) if found else []
    asked = _DECORATES.match(line)
    given += [asked[1]] if asked else []
    return any(not _LOGIN.search(one) for one in given)


def _depends(given: str) -> bool:
    """Whether a function depends on more than a login."""
    return any(not _LOGIN.search(one) for one in _DEPENDS.findall(given))
