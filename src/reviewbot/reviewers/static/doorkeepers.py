"""Functions of a change that turn people away, whatever they are called: decorators, dependencies.

`committee_required` or `Me = Annotated[Skipper, Depends(current_skipper)]` stand in one file, and the routes
that they protect in others. Read as text: a change may have thousands of files.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

_TELLING: Final = re.compile(r"\b40[13]\b|orbidden|nauthori[sz]ed|PermissionDenied|NotAuthenticated")
"""What is in each file that turns somebody away."""
_TOP: Final = re.compile(
    r"^(?:(?:export[ ])?(?:default[ ])?(?:async[ ])?(?:def|function)[ ](?P<called>\w{1,60})[ ]?\("
    r"|(?:export[ ])?const[ ](?P<named>\w{1,60})[ ]?=[ ]?(?:async[ ]?)?(?:\(|function\b|\w{1,40}[ ]=>)"
    r"|(?:module\.)?exports\.(?P<given>\w{1,60})[ ]?=[ ]?(?:async[ ]?)?(?:\(|function\b))",
    re.MULTILINE,
)
"""Where a function of a module begins."""
_LONGEST: Final = 2_500
"""Characters of a function that does nothing but decide."""
_END: Final = re.compile(r"\n(?=[^\s)\]}#/@])")
_HANDS_ON: Final = re.compile(
    r"\bnext\b|\n[ \t]+(?:async[ ])?def[ ]\w|\bHTTPException\b|\bDepends\b|\bHeader\("
)
"""Passes on whom it lets through, or is asked by the framework before a route is."""
_REFUSES: Final = re.compile(
    r"\b(?:abort\(\s*|HTTPException\(\s*(?:status_code\s*=\s*)?(?:status\.HTTP_)?|sendStatus\(|status\(|code\(|throw\([^)\n]{0,40}?"
    r"|status[ ]?[:=][ ]?|assert\([^\n]{1,120},\s?|raise[ ]|new[ ]|Response\([^\n]{0,80}?)\s?"
    r"(?:(?P<number>40[13])\b|\w{0,40}(?:(?P<rank>Forbidden|PermissionDenied)|Unauthori[sz]ed|NotAuthenticated))"
)
_OTHERS: Final = re.compile(r"(?i)csrf|xsrf|origin|rate_?limit|throttl|captcha|signature|webhook|error")
"""What turns people away for something else than who they are."""
_ALIAS: Final = re.compile(
    r"^(\w{1,60})(?:\s*:\s*\w+)?\s*=\s*(?:\w+\.)?Annotated\[[^=]{0,200}?\b(?:Depends|Security)\(\s*([\w.]+)",
    re.MULTILINE,
)
_CURRENT: Final = re.compile(
    r"\bDepends\(\s*(?:\w{1,40}\.)?(?:get_)?(?:current|signed_in|authenticated)_([a-z_]{3,24})\b"
)
_WORD: Final = re.compile(r"\w+")


class Doorkeepers(NamedTuple):
    """Names of what asks who somebody is or for a rank, and types that stand for such a question."""

    asking: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = {}
    people: frozenset[str] = frozenset()
    """What the records of those who ask are called."""

    @property
    def ranked_types(self) -> frozenset[str]:
        """The types of parameters that only those get who have a rank."""
        return frozenset(name for name, asked in self.aliases.items() if asked in self.ranked)

    def is_called_in(self, text: str) -> bool:
        """Whether a text names any of them."""
        known = self.asking or self.aliases
        return bool(known) and any(
            word in self.asking or word in self.aliases for word in _WORD.findall(text)
        )


def doorkeepers(texts: Iterable[str]) -> Doorkeepers:
    """Found in some texts."""
    asking: set[str] = set()
    ranked: set[str] = set()
    types: dict[str, str] = {}
    people: set[str] = set()
    for text in texts:
        types |= dict(aliases(text))
        people.update(found[1].replace("_", "") for found in _CURRENT.finditer(text))
        for name, is_ranked in _of(text) if _TELLING.search(text) else ():
            (ranked if is_ranked else asking).add(name)
    return Doorkeepers(frozenset(asking | ranked), frozenset(ranked), types, frozenset(people))


def aliases(text: str) -> Iterator[tuple[str, str]]:
    """Names for what is asked: `Caller = Annotated[User, Depends(current_user)]`."""
    for found in _ALIAS.finditer(text):
        yield found[1], found[2].rpartition(".")[2]


def _of(text: str) -> Iterator[tuple[str, bool]]:
    """The functions of a text that turn away, each with whether it asks for a rank."""
    for found in _TOP.finditer(text):
        body = _END.split(text[found.start() : found.end() + _LONGEST], maxsplit=1)[0]
        refused = list(_REFUSES.finditer(body))
        name = next(filter(None, found.groups()))
        above = text[text.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
        if refused and _HANDS_ON.search(body) and not (_OTHERS.search(name) or above.startswith("@")):
            yield name, any(one["rank"] or one["number"] == "403" for one in refused)
