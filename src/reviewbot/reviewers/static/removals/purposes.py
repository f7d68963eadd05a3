"""What a check was for, where it does not say so itself: by what its function does with what was checked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.familybook import Family
from reviewbot.reviewers.static.removals.loss import ASSIGNED, Loss
from reviewbot.reviewers.static.removals.statements import Statement, defined, masked

_TAKEN_FOR: Final = {
    "input-format": frozenset({"query-parameters", "shell-quote", "path", "request-target", "redirect"}),
    "redirect": frozenset({"request-target"}),
    "request-target": frozenset({"redirect"}),
}
"""By a family that a check is taken for by its looks: what it may have been for instead."""
_USES: Final = {
    "query-parameters": re.compile(
        r"(?i)\b(?:execute|executemany|query|raw|text|extra|fetch\w*|order_?by\w*|where\w*)\(\s*\w*[\"'`].{0,400}"
        r"(?:\b(?:select|insert|update|delete|order by|where)\b|%s)"
        r"|[\"'`](?:select|insert into|update|delete from)\s.{1,200}(?:\{|[\"'`]\s*[+.%])"
    ),
    "shell-quote": re.compile(
        r"\b(?:subprocess\.\w+|os\.(?:system|popen)|(?<![\w.)])(?:(?:child_process|cp)\.)?(?:exec|spawn)(?:Sync|File\w*)?"
        r"|shell_exec|(?<![\w.)])system|popen"
        r"|create_subprocess_\w+|Popen|check_output|check_call)\("
    ),
    "path": re.compile(
        r"(?<![\w.])(?:open|send_file|FileResponse|readFile\w*|createReadStream|sendFile|unlink|file_get_contents|readfile"
        r"|include|require_once)\("
        r"|\b(?:fs|fsp|path|os\.path|shutil)\.\w+\(|\.(?:sendFile|download|read_text|read_bytes|write_bytes)\("
        r"|\bjoinpath\("
    ),
    "redirect": re.compile(r"(?i)\bredirect\w*\(|\blocation[\"']?\s*[:=\]]|\bHTTPFound\("),
    "request-target": re.compile(
        r"\b(?:requests|httpx|axios|got|https?|http_?client|self\._?http)\.(?:get|post|put|request|head|stream|delete)\("
        r"|\b(?:client|session)\.(?:get|post|put|request|head|stream|delete)\(\s*\w*(?i:url|uri|href|path|endpoint|link)\w*"
        r"|(?<![\w.])(?:fetch|urlopen|axios|got|curl_exec|file_get_contents)\("
    ),
}
_BEHIND: Final = 16
"""Statements of a function that are looked at, from where the check was."""
_NAME: Final = re.compile(r"[A-Za-z_][\w$]{1,60}")


def meant(losses: Sequence[Loss], comparison: Comparison, families: Mapping[str, Family]) -> Iterator[Loss]:
    """The same losses, each of the family that what its function does tells."""
    for loss in losses:
        kinds = _TAKEN_FOR.get(loss.family.id, frozenset[str]())
        yield _renamed(loss, comparison, families, kinds) if kinds and loss.owner else loss


def _renamed(
    loss: Loss, comparison: Comparison, families: Mapping[str, Family], kinds: frozenset[str]
) -> Loss:
    does = list(_done(loss, comparison))
    own = _USES.get(loss.family.id)
    if own is not None and any(_gets(own, text, names) for text, names in does):
        return loss
    uses = [(kind, use) for kind, use in _USES.items() if kind in kinds]
    shown = (kind for text, names in does for kind, use in uses if _gets(use, text, names))
    kind = next(shown, "")
    return replace(loss, family=families[kind]) if kind else loss


def _gets(use: re.Pattern[str], text: str, names: frozenset[str]) -> bool:
    """Whether a call gets one of these names."""
    found = use.search(text)
    return found is not None and not names.isdisjoint(_NAME.findall(text[found.start() :]))


def _done(loss: Loss, comparison: Comparison) -> Iterator[tuple[str, frozenset[str]]]:
    """What is done, behind where the check was, with what it asks about, and with what is made of that."""
    names = set(_NAME.findall(masked(f"{loss.what} {loss.line.code}")))
    for one in _behind(loss, comparison):
        if not names & one.words or defined(one.text):
            continue
        yield one.text, frozenset(names)
        if found := ASSIGNED.match(one.text):
            names.add(found[1])


def _behind(loss: Loss, comparison: Comparison) -> list[Statement]:
    own = [one for one in comparison.old if one.owner == loss.owner]
    at = next((i for i, one in enumerate(own) if loss.line in one.lines), None)
    if at is None:
        own = [one for one in comparison.new if one.owner == loss.owner]
        at = next((i for i, one in enumerate(own) if loss.line in one.lines), 0)
    return own[at + 1 : at + 1 + _BEHIND]
